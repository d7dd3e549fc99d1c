package id.warta.importer.wxr;

import java.util.List;

/**
 * A post of whatever type: article, page, attachment, menu item, or a plug-in's own.
 *
 * @param line where the item begins in the file, from 1
 * @param fields the item's simple children
 * @param terms the terms it mentions, in order
 * @param meta the item's custom fields
 * @param comments its comments, in the order of the file
 */
public record WxrItem(int line, Fields fields, List<WxrTermRef> terms, Fields meta,
		List<WxrComment> comments) implements WxrEntry {

	public String id() {
		return this.fields.word("wp:post_id");
	}

	/**
	 * {@code post}, {@code page}, {@code attachment}, {@code nav_menu_item}, or another.
	 */
	public String type() {
		return this.fields.word("wp:post_type");
	}

	/**
	 * {@code publish}, {@code future}, {@code draft}, {@code pending}, {@code private},
	 * {@code trash}, {@code inherit}, or a plug-in's own.
	 */
	public String status() {
		return this.fields.word("wp:status");
	}

	/**
	 * The title, which may hold HTML.
	 */
	public String title() {
		return this.fields.text("title");
	}

	/**
	 * The slug as WordPress keeps it: percent-encoded outside ASCII; empty for a draft
	 * that never had one.
	 */
	public String slug() {
		return this.fields.word("wp:post_name");
	}

	public String link() {
		return this.fields.word("link");
	}

	/**
	 * The author's login.
	 */
	public String creator() {
		return this.fields.text("dc:creator");
	}

	/**
	 * When it was published, by the site's clock.
	 */
	public String date() {
		return this.fields.word("wp:post_date");
	}

	/**
	 * When it was published; all zeros for what never was.
	 */
	public String dateGmt() {
		return this.fields.word("wp:post_date_gmt");
	}

	/**
	 * When it was last changed; empty before WordPress 5.8.
	 */
	public String modifiedGmt() {
		return this.fields.word("wp:post_modified_gmt");
	}

	public String pubDate() {
		return this.fields.word("pubDate");
	}

	/**
	 * The text as it was written: HTML without its paragraphs, blocks, shortcodes.
	 */
	public String content() {
		return this.fields.text("content:encoded");
	}

	public String excerpt() {
		return this.fields.text("excerpt:encoded");
	}

	/**
	 * The id of the parent page, or of the post that an attachment was uploaded to;
	 * {@code 0} for none.
	 */
	public String parent() {
		return this.fields.word("wp:post_parent");
	}

	/**
	 * The place among siblings, 0 if the file says nothing that is a number.
	 */
	public int order() {
		String order = this.fields.word("wp:menu_order");
		return order.matches("-?\\d{1,9}") ? Integer.parseInt(order) : 0;
	}

	public boolean sticky() {
		return this.fields.word("wp:is_sticky").equals("1");
	}

	public boolean passwordProtected() {
		return !this.fields.word("wp:post_password").isEmpty();
	}

	public String attachmentUrl() {
		return this.fields.word("wp:attachment_url");
	}

	@Override
	public int weight() {
		return this.fields.weight() + this.meta.weight() + this.comments.stream().mapToInt(WxrComment::weight).sum();
	}

}
