package id.warta.platform.access;

import reactor.core.publisher.Mono;

/**
 * Knows whose a bearer token is.
 */
public interface Bearers {

	/**
	 * Whose it is. Fails with {@link AccessException}, {@code TOKEN_EXPIRED} or
	 * {@code UNAUTHENTICATED}, if it is not accepted.
	 */
	Mono<SignedIn> authenticate(String token);

	/**
	 * The same somebody by now: what they may do may have changed.
	 * @throws AccessException if the token is no longer accepted
	 */
	SignedIn current(SignedIn known);

}
