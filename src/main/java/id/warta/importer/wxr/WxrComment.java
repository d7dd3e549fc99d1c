package id.warta.importer.wxr;

/**
 * A comment, or what WordPress keeps among the comments: trackbacks, pingbacks, plug-ins'
 * notes.
 */
public record WxrComment(Fields fields) {

	public String id() {
		return this.fields.word("wp:comment_id");
	}

	/**
	 * The id of the comment that this one answers, or {@code 0}.
	 */
	public String parent() {
		return this.fields.word("wp:comment_parent");
	}

	/**
	 * {@code 1} approved, {@code 0} held; or {@code spam}, {@code trash},
	 * {@code post-trashed}.
	 */
	public String approved() {
		return this.fields.word("wp:comment_approved");
	}

	/**
	 * Empty or {@code comment} for what a reader wrote.
	 */
	public String type() {
		return this.fields.word("wp:comment_type");
	}

	public String authorName() {
		return this.fields.word("wp:comment_author");
	}

	public String authorEmail() {
		return this.fields.word("wp:comment_author_email");
	}

	public String authorUrl() {
		return this.fields.word("wp:comment_author_url");
	}

	public String content() {
		return this.fields.text("wp:comment_content");
	}

	/**
	 * When it was written, by the site's clock.
	 */
	public String date() {
		return this.fields.word("wp:comment_date");
	}

	public String dateGmt() {
		return this.fields.word("wp:comment_date_gmt");
	}

	int weight() {
		return this.fields.weight();
	}

}
