package id.warta.comment.submission;

import id.warta.comment.CommentStatus;

/**
 * What authors are told of what became of their comments.
 */
enum OwnCommentStatus {

	/**
	 * It waits for a moderator; so does what is taken for advertising, as far as they
	 * know.
	 */
	HELD,

	/** Readers see it. */
	PUBLISHED,

	/** It was removed. */
	REMOVED;

	static OwnCommentStatus of(CommentStatus status) {
		return switch (status) {
			case PENDING, SPAM -> HELD;
			case APPROVED -> PUBLISHED;
			case TRASH, DELETED -> REMOVED;
		};
	}

}
