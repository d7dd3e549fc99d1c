package id.warta.importer.store;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the books.
 *
 * @param adopted whether it was here before the import, which then never changes it
 * @param parent the source's id of what it belongs to
 * @param position its place there
 */
public record Settlement(String sourceId, long targetId, String origin, boolean adopted, @Nullable String parent,
		int position) {

	static Settlement of(Change<?> change) {
		return new Settlement(change.row().sourceId(), change.id(), change.origin(), false, change.row().parent(),
				change.row().position());
	}

}
