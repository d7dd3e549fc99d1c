package id.warta.importer.wxr;

/**
 * An author that the export declares. Items name authors by their login.
 */
public record WxrAuthor(Fields fields) implements WxrEntry {

	public String login() {
		return this.fields.text("wp:author_login");
	}

	/**
	 * The name that readers see: the display name, else first and last name, else the
	 * login.
	 */
	public String name() {
		String display = this.fields.word("wp:author_display_name");
		if (!display.isEmpty()) {
			return display;
		}
		String full = (this.fields.word("wp:author_first_name") + " " + this.fields.word("wp:author_last_name"))
			.strip();
		return full.isEmpty() ? login() : full;
	}

	@Override
	public int weight() {
		return this.fields.weight();
	}

}
