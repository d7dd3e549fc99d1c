package id.warta.importer.store;

import org.jspecify.annotations.Nullable;

/**
 * A category, a tag or an author.
 *
 * @param number another id that it has at the source: {@link #numbered} makes a source id
 * of it
 * @param slug the wanted slug
 * @param description of categories and tags
 * @param parent the source's id of the category above
 */
public record TermRow(String sourceId, @Nullable String number, String slug, String name, @Nullable String description,
		@Nullable String parent) implements Row {

	public static TermRow author(String sourceId, String slug, String name) {
		return new TermRow(sourceId, null, slug, name, null, null);
	}

	/**
	 * A category or tag that is known by its slug alone.
	 */
	public static TermRow term(String sourceId, String slug, String name) {
		return new TermRow(sourceId, null, slug, name, null, null);
	}

	/**
	 * The source id under which a category or tag is found by its number.
	 */
	public static String numbered(String number) {
		return "#" + number;
	}

}
