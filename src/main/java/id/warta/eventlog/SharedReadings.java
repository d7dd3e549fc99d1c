package id.warta.eventlog;

import java.time.Duration;
import java.util.function.Function;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.util.ConcurrentLruCache;

/**
 * Something that those read who hear of the same event at the same time: they share one
 * reading, which is never older than the newest event told. It belongs to none of them:
 * whoever leaves doesn't end it for the others.
 *
 * @param <K> what is asked for
 * @param <V> what is read
 */
public final class SharedReadings<K, V> {

	private static final int MAX_SHARED = 64;

	private static final Duration SHARED_FOR = Duration.ofSeconds(1);

	private final LiveEvents live;

	private final ConcurrentLruCache<At<K>, Mono<V>> readings;

	/**
	 * Creates them.
	 * @param read reads what is asked for
	 */
	public SharedReadings(LiveEvents live, Function<K, Mono<V>> read) {
		this.live = live;
		this.readings = new ConcurrentLruCache<>(MAX_SHARED,
				(at) -> read.apply(at.key())
					.contextWrite((context) -> Context.empty())
					.cache((found) -> SHARED_FOR, (failure) -> Duration.ZERO, () -> SHARED_FOR));
	}

	private record At<K>(EventCursor place, K key) {

	}

	/**
	 * What is asked for; empty if there is nothing to read.
	 */
	public Mono<V> of(K key) {
		return Mono.defer(() -> this.readings.get(new At<>(this.live.cursor(), key)));
	}

}
