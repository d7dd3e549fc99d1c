package id.warta.importer.wxr;

/**
 * A category, a tag, or a term of another taxonomy that the export declares.
 *
 * @param taxonomy {@code category}, {@code post_tag}, {@code nav_menu} or one that a
 * theme or plug-in brought
 * @param id the number by which menus name the term; empty in WXR 1.0
 * @param parent the slug of the parent term, or the empty text
 */
public record WxrTerm(String taxonomy, String id, String slug, String name, String parent,
		String description) implements WxrEntry {

	public static final String CATEGORY = "category";

	public static final String TAG = "post_tag";

	public static final String MENU = "nav_menu";

	static WxrTerm category(Fields fields) {
		return new WxrTerm(CATEGORY, fields.word("wp:term_id"), fields.word("wp:category_nicename"),
				fields.word("wp:cat_name"), fields.word("wp:category_parent"), fields.word("wp:category_description"));
	}

	static WxrTerm tag(Fields fields) {
		return new WxrTerm(TAG, fields.word("wp:term_id"), fields.word("wp:tag_slug"), fields.word("wp:tag_name"), "",
				fields.word("wp:tag_description"));
	}

	static WxrTerm other(Fields fields) {
		return new WxrTerm(fields.word("wp:term_taxonomy"), fields.word("wp:term_id"), fields.word("wp:term_slug"),
				fields.word("wp:term_name"), fields.word("wp:term_parent"), fields.word("wp:term_description"));
	}

	@Override
	public int weight() {
		return this.name.length() + this.description.length();
	}

}
