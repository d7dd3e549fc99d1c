package id.warta.comment.moderation;

/**
 * What becomes of comments of somebody who is banned.
 */
enum BanEffect {

	/** They are refused. */
	REFUSE,

	/** They always wait for a moderator. */
	HOLD

}
