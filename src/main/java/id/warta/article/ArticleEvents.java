package id.warta.article;

/**
 * The kinds of the log's events about articles. Their subject is the article; their
 * payload holds its {@code revision}, {@code "breaking": true} if it is breaking news,
 * the {@code reason} if the newsroom gave one, and the ids of the {@code categories},
 * {@code tags} and {@code authors} that it is filed under, or was until just before.
 * {@link ArticleChange} reads it. What readers don't see has no events.
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

	/** The payload's key of whether it is breaking news. */
	public static final String BREAKING = "breaking";

	/** The payload's key of why. */
	public static final String REASON = "reason";

	/** The GraphQL type of these events' subject. */
	public static final String SUBJECT = "Article";

	private ArticleEvents() {
	}

}
