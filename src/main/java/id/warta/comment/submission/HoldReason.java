package id.warta.comment.submission;

/**
 * Why a comment waits for a moderator.
 */
enum HoldReason {

	/** All comments do. */
	ALL,

	/** Its author has no approved one yet. */
	FIRST_COMMENT,

	/** It has too many links. */
	LINKS,

	/** It has a word that is blocked. */
	BLOCKED_WORD,

	/** Comments of its author, or from their network, do. */
	BANNED,

	/** It may be advertising. */
	SPAM,

	/** Nobody could tell whether it is advertising. */
	CHECK_UNAVAILABLE

}
