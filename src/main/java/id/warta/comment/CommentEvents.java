package id.warta.comment;

/**
 * The kinds of the log's events about comments. Their subject is the comment; their
 * payload holds the id of its {@code article} and, for a reply, that of its
 * {@code parent}. On an article that readers don't see there are none.
 */
public final class CommentEvents {

	/** Readers see it from now on. */
	public static final String APPROVED = "COMMENT_APPROVED";

	/** Its text is another one. */
	public static final String EDITED = "COMMENT_EDITED";

	/** Moderators recommend it from now on. */
	public static final String PINNED = "COMMENT_PINNED";

	/** Moderators no longer recommend it. */
	public static final String UNPINNED = "COMMENT_UNPINNED";

	/** It is no longer to be read: its place is empty, or is no more. */
	public static final String REMOVED = "COMMENT_REMOVED";

	/** The GraphQL type of these events' subject. */
	public static final String SUBJECT = "Comment";

	public static final String ARTICLE = "article";

	public static final String PARENT = "parent";

	private CommentEvents() {
	}

}
