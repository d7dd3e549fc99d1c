package id.warta.viewcount;

/**
 * What an article is asked for by.
 *
 * @param id its id, as an expression of SQL over {@code :value}
 * @param value what it has
 */
record ArticleKey(String id, Object value) {

	private static final String BY_SLUG = """
			coalesce((select id from article where slug = :value),
			    (select article_id from article_slug_history where slug = :value))""";

	static ArticleKey id(long id) {
		return new ArticleKey(":value", id);
	}

	/**
	 * Its slug, or one that it had before.
	 */
	static ArticleKey slug(String slug) {
		return new ArticleKey(BY_SLUG, slug);
	}

}
