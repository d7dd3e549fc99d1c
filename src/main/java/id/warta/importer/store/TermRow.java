package id.warta.importer.store;

import org.jspecify.annotations.Nullable;

/**
 * A category, a tag or an author.
 *
 * @param slug the wanted slug
 * @param description of categories and tags
 * @param parent the source's id of the category above
 */
public record TermRow(String sourceId, String slug, String name, @Nullable String description,
		@Nullable String parent) implements Row {

	public static TermRow author(String sourceId, String slug, String name) {
		return new TermRow(sourceId, slug, name, null, null);
	}

	public static TermRow tag(String sourceId, String slug, String name) {
		return new TermRow(sourceId, slug, name, null, null);
	}

}
