package id.warta.article;

/**
 * One of the lists that articles stand in.
 *
 * @param kind what the list is of
 * @param id the id of the category, tag or author; 0 for the site
 */
public record ArticleList(Kind kind, long id) {

	/**
	 * What a list is of.
	 */
	public enum Kind {

		/** All articles. */
		SITE,

		/** Those filed under a category itself. */
		CATEGORY,

		/** Those filed under a category or below it. */
		SUBTREE,

		/** Those tagged so. */
		TAG,

		/** Those that somebody had a part in. */
		AUTHOR;

		/**
		 * The name that the table {@code article_listing} has for it.
		 */
		public String column() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
