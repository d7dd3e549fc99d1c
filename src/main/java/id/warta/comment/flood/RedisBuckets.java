package id.warta.comment.flood;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import id.warta.platform.RedisLink;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import reactor.core.publisher.Mono;

/**
 * Buckets that all nodes share, in Redis. They are gone when they would be full.
 */
final class RedisBuckets implements Buckets {

	/** What nodes' clocks may be apart. */
	private static final Duration SLACK = Duration.ofMinutes(1);

	private final Mono<AsyncProxyManager<byte[]>> manager;

	RedisBuckets(RedisLink redis, TimeMeter clock) {
		this.manager = Mono.defer(redis::commands).map((commands) -> manager(commands, clock));
	}

	@SuppressWarnings("unchecked")
	private static AsyncProxyManager<byte[]> manager(RedisClusterAsyncCommands<byte[], byte[]> commands,
			TimeMeter clock) {
		Bucket4jLettuce.LettuceBasedProxyManagerBuilder<byte[]> builder = (commands instanceof RedisAdvancedClusterAsyncCommands)
				? Bucket4jLettuce.casBasedBuilder((RedisAdvancedClusterAsyncCommands<byte[], byte[]>) commands)
				: Bucket4jLettuce.casBasedBuilder((RedisAsyncCommands<byte[], byte[]>) commands);
		return builder.clientClock(clock)
			.expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(SLACK))
			.build()
			.asAsync();
	}

	@Override
	public Mono<Duration> take(Limit limit, String whose) {
		return bucket(limit, whose)
			.flatMap((bucket) -> Mono.fromCompletionStage(() -> bucket.tryConsumeAndReturnRemaining(1)))
			.map((probe) -> Duration.ofNanos(probe.getNanosToWaitForRefill()));
	}

	@Override
	public Mono<Void> giveBack(Limit limit, String whose) {
		return bucket(limit, whose).flatMap((bucket) -> Mono.fromCompletionStage(() -> bucket.addTokens(1)));
	}

	private Mono<AsyncBucketProxy> bucket(Limit limit, String whose) {
		return this.manager.map((manager) -> manager.builder()
			.build(limit.key(whose).getBytes(StandardCharsets.UTF_8),
					() -> CompletableFuture.completedFuture(limit.configuration())));
	}

}
