package id.warta.article;

/**
 * The kinds of the log's events about articles. Their subject is the article; their
 * payload holds its {@code revision}, {@code "breaking": true} if it is breaking news,
 * and the {@code reason} if the newsroom gave one.
 */
public final class ArticleEvents {

	/** Readers see it from now on. */
	public static final String PUBLISHED = "ARTICLE_PUBLISHED";

	/** It was edited. */
	public static final String UPDATED = "ARTICLE_UPDATED";

	/** Something was put right in it. */
	public static final String CORRECTED = "ARTICLE_CORRECTED";

	/** Readers no longer see it. */
	public static final String WITHDRAWN = "ARTICLE_WITHDRAWN";

	/** The GraphQL type of these events' subject. */
	public static final String SUBJECT = "Article";

	private ArticleEvents() {
	}

}
