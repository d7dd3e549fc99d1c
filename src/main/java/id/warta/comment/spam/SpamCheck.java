package id.warta.comment.spam;

import reactor.core.publisher.Mono;

/**
 * Tells whether a comment is advertising.
 */
public interface SpamCheck {

	/**
	 * What it says of a comment. Never fails: a check that is away says
	 * {@link SpamVerdict#UNKNOWN}.
	 */
	Mono<SpamVerdict> check(Suspect comment);

}
