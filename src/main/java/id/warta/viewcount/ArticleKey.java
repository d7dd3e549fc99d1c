package id.warta.viewcount;

/**
 * What an article is asked for by.
 *
 * @param column the column of its table
 * @param value its value there
 */
record ArticleKey(String column, Object value) {

	static ArticleKey id(long id) {
		return new ArticleKey("id", id);
	}

	static ArticleKey slug(String slug) {
		return new ArticleKey("slug", slug);
	}

}
