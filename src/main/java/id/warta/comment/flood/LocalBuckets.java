package id.warta.comment.flood;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import reactor.core.publisher.Mono;

/**
 * Buckets in the node's memory. Those that nobody has used for an hour are forgotten, and
 * of too many the least used.
 */
final class LocalBuckets implements Buckets {

	private static final int MOST = 100_000;

	private final TimeMeter clock;

	private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
		.maximumSize(MOST)
		.expireAfterAccess(Duration.ofHours(1))
		.build();

	LocalBuckets(TimeMeter clock) {
		this.clock = clock;
	}

	@Override
	public Mono<Duration> take(Limit limit, String whose) {
		return Mono.fromSupplier(() -> bucket(limit, whose).tryConsumeAndReturnRemaining(1))
			.map((probe) -> Duration.ofNanos(probe.getNanosToWaitForRefill()));
	}

	@Override
	public Mono<Void> giveBack(Limit limit, String whose) {
		return Mono.fromRunnable(() -> bucket(limit, whose).addTokens(1));
	}

	private Bucket bucket(Limit limit, String whose) {
		return this.buckets.get(limit.key(whose),
				(key) -> Bucket.builder().withCustomTimePrecision(this.clock).addLimit(limit.bandwidth()).build());
	}

}
