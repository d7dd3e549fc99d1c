package id.warta.article;

import java.util.Locale;

/**
 * What articles are filed under.
 */
public enum ArticleRelation {

	CATEGORIES("category"),

	TAGS("tag"),

	AUTHORS("author");

	private final String target;

	ArticleRelation(String target) {
		this.target = target;
	}

	/**
	 * The name that events have for it.
	 */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The table of what articles are filed under.
	 */
	public String target() {
		return this.target;
	}

	/**
	 * The table of what is filed under what.
	 */
	public String table() {
		return "article_" + this.target;
	}

	/**
	 * That table's column for what the article is filed under.
	 */
	public String column() {
		return this.target + "_id";
	}

}
