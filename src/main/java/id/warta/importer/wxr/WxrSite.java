package id.warta.importer.wxr;

/**
 * The exported site: what the channel says before its first author, term or item.
 */
public record WxrSite(Fields fields) implements WxrEntry {

	/**
	 * The format's version, {@code 1.0} to {@code 1.2}, or the empty text of a file that
	 * does not say it.
	 */
	public String version() {
		return this.fields.word("wp:wxr_version");
	}

	/**
	 * The address of the exported blog without a slash at its end, or the empty text.
	 */
	public String address() {
		String blog = this.fields.word("wp:base_blog_url");
		String site = this.fields.word("wp:base_site_url");
		String address = !blog.isEmpty() ? blog : !site.isEmpty() ? site : this.fields.word("link");
		return address.replaceAll("/+$", "");
	}

	public String title() {
		return this.fields.word("title");
	}

	/**
	 * The site's language tag as WordPress wrote it, {@code id-ID} for one; may be empty.
	 */
	public String language() {
		return this.fields.word("language");
	}

	/**
	 * When the export was made, in the manner of RFC 822; may be empty or broken.
	 */
	public String exportedAt() {
		return this.fields.word("pubDate");
	}

	@Override
	public int weight() {
		return this.fields.weight();
	}

}
