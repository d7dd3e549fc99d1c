package id.warta.newsroom;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import reactor.core.publisher.Mono;

/**
 * Lets what falls due before the timer comes again be done at its very moment.
 */
final class Punctuality {

	/** Longer than the timer's period, jitter included. */
	private static final Duration AHEAD = Duration.ofMillis(1500);

	/** How many articles are done in one transaction. */
	static final int AT_ONCE = 50;

	private Punctuality() {
	}

	/**
	 * Waits for the next moment at which something is due, and does it.
	 * @param now what time it is
	 * @param next finds the first moment at which something is due, up to the one given;
	 * empty if there is none
	 * @param work does what is due by the moment given, and says how much it was
	 */
	static Mono<Integer> at(Instant now, Function<Instant, Mono<Instant>> next, Function<Instant, Mono<Integer>> work) {
		return next.apply(now.plus(AHEAD))
			.flatMap((due) -> due.isAfter(now)
					? Mono.delay(Duration.between(now, due)).then(Mono.defer(() -> work.apply(due))) : work.apply(now))
			.defaultIfEmpty(0);
	}

}
