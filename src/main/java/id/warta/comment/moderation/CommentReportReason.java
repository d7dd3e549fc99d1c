package id.warta.comment.moderation;

/**
 * What readers may find wrong with a comment.
 */
enum CommentReportReason {

	/** It advertises. */
	SPAM,

	/** It insults, threatens or harasses. */
	ABUSE,

	/** It has nothing to do with the article. */
	OFF_TOPIC,

	/** It breaks the law. */
	ILLEGAL,

	/** Something else. */
	OTHER

}
