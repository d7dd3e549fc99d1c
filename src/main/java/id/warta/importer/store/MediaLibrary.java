package id.warta.importer.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.warta.importer.body.Attachments;

/**
 * Imported media.
 *
 * @param attachments as bodies refer to them
 * @param ids the ids here by the source's
 */
public record MediaLibrary(Attachments attachments, Map<String, Long> ids) {

	/**
	 * The ids here of those that were found, in the given order.
	 */
	public List<Long> idsOf(Collection<String> sourceIds) {
		return sourceIds.stream().map(this.ids::get).filter(Objects::nonNull).toList();
	}

}
