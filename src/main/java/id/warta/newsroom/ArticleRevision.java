package id.warta.newsroom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What an article was after an edit.
 *
 * @param revision which one
 * @param savedAt when
 * @param savedBy whose edit it was; empty for what was found
 * @param action the mutation
 * @param content all that an edit may change
 * @param former the same of the revision before; null if it is not known
 */
record ArticleRevision(int revision, Instant savedAt, String savedBy, String action,
		Map<String, @Nullable Object> content, @Nullable Map<String, @Nullable Object> former) {

	/** How the schema calls what it calls otherwise than the table. */
	private static final Map<String, String> NAMES = Map.of("lead_media_id", "leadMediaId", "lead_caption",
			"leadCaption", "authors", "contributions", "categories", "categoryIds", "tags", "tagIds");

	public @Nullable String title() {
		return (String) this.content.get("title");
	}

	public @Nullable String body() {
		return (String) this.content.get("body");
	}

	/**
	 * What differs from the revision before; empty if that is not known.
	 */
	public List<FieldChange> changes() {
		return (this.former != null) ? changes(this.former, this.content) : List.of();
	}

	/**
	 * What differs between two contents.
	 */
	static List<FieldChange> changes(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
		List<FieldChange> changes = new ArrayList<>();
		after.forEach((key, value) -> {
			if (!Objects.equals(before.get(key), value)) {
				changes.add(new FieldChange(NAMES.getOrDefault(key, key), before.get(key), value));
			}
		});
		return changes;
	}

	/**
	 * What an edit did to a field.
	 *
	 * @param field the field's name
	 * @param before what was there
	 * @param after what is there instead
	 */
	record FieldChange(String field, @Nullable Object before, @Nullable Object after) {

	}

}
