package id.warta.comment.setting;

/**
 * Which comments wait for a moderator, whatever is in them.
 */
public enum CommentModeration {

	/** All of them. */
	HOLD_ALL,

	/** Those of people who have no approved one yet. */
	HOLD_FIRST,

	/** None. */
	HOLD_NONE

}
