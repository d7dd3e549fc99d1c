package id.warta.comment.moderation;

import reactor.core.publisher.Mono;

/**
 * Hears of moderators who find that a comment is advertising although it wasn't taken for
 * it, or isn't although it was: beans of this type are told once that is committed. What
 * fails is logged, and nobody waits for one for more than two seconds.
 */
public interface ModerationVerdicts {

	/**
	 * Hears of one.
	 * @param commentId the comment
	 * @param spam whether it is advertising
	 */
	Mono<Void> corrected(long commentId, boolean spam);

}
