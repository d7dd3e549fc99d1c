package id.warta.comment;

/**
 * What became of a comment.
 */
enum CommentStatus {

	/** Waiting for a moderator. */
	PENDING,

	/** For readers to see. */
	APPROVED,

	/** Taken for advertising. */
	SPAM,

	/** Removed. */
	TRASH

}
