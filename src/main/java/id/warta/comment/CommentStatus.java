package id.warta.comment;

/**
 * What became of a comment.
 */
public enum CommentStatus {

	/** Waiting for a moderator. */
	PENDING,

	/** For readers to see. */
	APPROVED,

	/** Taken for advertising. */
	SPAM,

	/** Removed by a moderator. */
	TRASH,

	/** Deleted by its author: its text is gone. */
	DELETED

}
