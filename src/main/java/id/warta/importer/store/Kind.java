package id.warta.importer.store;

import java.util.Locale;

/**
 * The kinds of things that are imported. Each knows its table, and the SQL that sums up
 * what editors may have changed of a row {@code t}: while the sum is the one that the
 * import left, nobody edited it here.
 */
public enum Kind {

	AUTHOR("author", "row(t.slug, t.name, t.job_title, t.biography, t.url, t.picture_id)"),

	CATEGORY("category", "row(t.slug, t.name, t.description, t.parent_id, t.position)"),

	TAG("tag", "row(t.slug, t.name, t.description)"),

	MEDIA("media", "row(t.url, t.title, t.alt, t.caption, t.credit)"),

	ARTICLE("article", """
			row(t.slug, t.type, case t.status when 'SCHEDULED' then 'PUBLISHED' else t.status end, t.title, t.subtitle,
				t.excerpt, t.body, t.language, t.lead_media_id, t.lead_caption, t.sponsor, t.featured, t.embargo_until,
				t.published_at,
				array(select row(author_id, role) from article_author where article_id = t.id order by position),
				array(select category_id from article_category where article_id = t.id order by position),
				array(select tag_id from article_tag where article_id = t.id order by position))"""),

	PAGE("page", "row(t.slug, t.status, t.title, t.body, t.parent_id, t.position)"),

	COMMENT("comment", "row(t.status, t.author_name, t.author_email, t.author_url, t.body)"),

	MENU("menu", "row(t.slug, t.name)"),

	MENU_ITEM("menu_item",
			"row(t.parent_id, t.position, t.label, t.category_id, t.page_id, t.article_id, t.tag_id, t.url)");

	private final String table;

	private final String edited;

	Kind(String table, String edited) {
		this.table = table;
		this.edited = edited;
	}

	String table() {
		return this.table;
	}

	/**
	 * An SQL expression over {@code t}, null where there is no row.
	 */
	String fingerprint() {
		return "case when t.id is not null then md5(" + this.edited + "::text) end";
	}

	/**
	 * The name in the table of what was imported, and in reports.
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean hasSlug() {
		return this.edited.startsWith("row(t.slug,");
	}

}
