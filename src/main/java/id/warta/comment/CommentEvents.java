package id.warta.comment;

/**
 * The kinds of the log's events about comments. Their subject is the comment; their
 * payload holds the id of its {@code article} and, for a reply, that of its
 * {@code parent}. On an article that readers don't see there are none.
 */
final class CommentEvents {

	/** Readers see it from now on. */
	static final String APPROVED = "COMMENT_APPROVED";

	/** Readers no longer see it. */
	static final String REMOVED = "COMMENT_REMOVED";

	/** The GraphQL type of these events' subject. */
	static final String SUBJECT = "Comment";

	static final String ARTICLE = "article";

	static final String PARENT = "parent";

	private CommentEvents() {
	}

}
