package id.warta.comment;

/**
 * Why a comment waits for a moderator.
 */
public enum CommentHoldReason {

	/** All comments do. */
	ALL,

	/** Its author has no approved one yet. */
	FIRST_COMMENT,

	/** It has many links. */
	LINKS,

	/** It holds a word that comments wait for. */
	BLOCKED_WORD,

	/** Comments of its author, or from where it came, always wait. */
	BANNED,

	/** It looks like advertising. */
	SPAM,

	/** Nobody could say whether it is advertising. */
	CHECK_UNAVAILABLE,

	/** Readers have reported it. */
	REPORTED,

	/** Its author has edited it since it was approved. */
	EDITED

}
