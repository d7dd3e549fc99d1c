package id.warta.comment.flood;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The buckets that all nodes share; while they can't be had, the node's own. After a
 * failure those are used for a few seconds, so that nobody waits for what is away.
 */
final class FallingBackBuckets implements Buckets {

	private static final Logger log = LoggerFactory.getLogger(FallingBackBuckets.class);

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final Buckets shared;

	private final Buckets own;

	private final InstantSource clock;

	private final AtomicReference<Instant> ownUntil = new AtomicReference<>(Instant.MIN);

	FallingBackBuckets(Buckets shared, Buckets own, InstantSource clock) {
		this.shared = shared;
		this.own = own;
		this.clock = clock;
	}

	@Override
	public Mono<Duration> take(Limit limit, String whose) {
		return either((buckets) -> buckets.take(limit, whose));
	}

	@Override
	public Mono<Void> giveBack(Limit limit, String whose) {
		return either((buckets) -> buckets.giveBack(limit, whose));
	}

	private <T> Mono<T> either(Function<Buckets, Mono<T>> use) {
		return Mono.defer(() -> this.clock.instant().isBefore(this.ownUntil.get()) ? use.apply(this.own)
				: use.apply(this.shared).onErrorResume((ex) -> {
					fallBack(ex);
					return use.apply(this.own);
				}));
	}

	private void fallBack(Throwable failure) {
		Instant now = this.clock.instant();
		if (this.ownUntil.getAndSet(now.plus(PAUSE)).isBefore(now)) {
			log.warn("Comments are limited node by node while Redis is away: {}", failure.toString());
		}
	}

}
