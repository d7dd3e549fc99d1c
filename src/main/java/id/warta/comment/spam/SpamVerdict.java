package id.warta.comment.spam;

/**
 * What a check says of a comment, the worst last.
 */
public enum SpamVerdict {

	/** Nothing speaks against it. */
	HAM,

	/** Nobody could tell, since the check is away. */
	UNKNOWN,

	/** A moderator should look at it. */
	SUSPECT,

	/** It is advertising. */
	SPAM

}
