package id.warta.comment.flood;

import java.time.Duration;

import reactor.core.publisher.Mono;

/**
 * Buckets of tokens: in Redis for all nodes, or in a node's memory.
 */
interface Buckets {

	/**
	 * Takes a token.
	 * @param limit what the bucket holds
	 * @param whose whose bucket
	 * @return zero if there was one, else when there will be
	 */
	Mono<Duration> take(Limit limit, String whose);

	/**
	 * Puts a token back.
	 */
	Mono<Void> giveBack(Limit limit, String whose);

}
