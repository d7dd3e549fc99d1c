package id.warta.liveblog;

/**
 * In which order entries come.
 */
enum LiveBlogEntryOrder {

	NEWEST, OLDEST;

	/**
	 * The name that this order's cursors carry.
	 */
	String list() {
		return (this == NEWEST) ? "en" : "eo";
	}

}
