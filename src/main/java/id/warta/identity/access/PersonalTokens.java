package id.warta.identity.access;

import id.warta.platform.access.AccessException;
import id.warta.platform.access.SignedIn;
import reactor.core.publisher.Mono;

/**
 * Tokens that people ask with, by whoever signs them.
 */
interface PersonalTokens {

	/**
	 * Whose one is. Fails with {@link AccessException} if it is not accepted.
	 */
	Mono<SignedIn> authenticate(String token);

}
