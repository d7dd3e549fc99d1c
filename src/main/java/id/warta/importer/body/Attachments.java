package id.warta.importer.body;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The attachments that a batch of articles may refer to.
 *
 * @param byId by their id
 * @param byParent by the id of the article that they were uploaded to, in their order
 * there
 */
public record Attachments(Map<String, Attachment> byId, Map<String, List<Attachment>> byParent) {

	public static final Attachments NONE = new Attachments(Map.of(), Map.of());

	List<Attachment> withIds(List<String> ids) {
		return ids.stream().map(this.byId::get).filter(Objects::nonNull).toList();
	}

	List<Attachment> of(String parent, String kind) {
		return this.byParent.getOrDefault(parent, List.of())
			.stream()
			.filter((attachment) -> attachment.kind().equals(kind))
			.toList();
	}

}
