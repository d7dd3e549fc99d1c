package id.warta.article;

import java.time.Instant;
import java.util.function.Function;

import id.warta.platform.Cursor;

/**
 * In which order articles come. Each order is total: the id is its last key.
 */
enum ArticleOrder {

	NEWEST("published_at", true, Article::publishedAt), OLDEST("published_at", false, Article::publishedAt),
	RECENTLY_UPDATED("updated_at", true, Article::updatedAt);

	private final String column;

	private final boolean descending;

	private final Function<Article, Instant> key;

	ArticleOrder(String column, boolean descending, Function<Article, Instant> key) {
		this.column = column;
		this.descending = descending;
		this.key = key;
	}

	String column() {
		return this.column;
	}

	boolean byPublication() {
		return this.column.equals("published_at");
	}

	boolean descending() {
		return this.descending;
	}

	/**
	 * The name that this order's cursors carry.
	 */
	String list() {
		return switch (this) {
			case NEWEST -> "an";
			case OLDEST -> "ao";
			case RECENTLY_UPDATED -> "au";
		};
	}

	Cursor cursor(Article article) {
		return Cursor.of(list(), this.key.apply(article), article.id());
	}

}
