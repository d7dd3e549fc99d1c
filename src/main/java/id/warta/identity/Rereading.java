package id.warta.identity;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import id.warta.eventlog.Replica;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reads a replica anew for those who ask for what it doesn't hold yet. However many they
 * are, and whatever they make up, it is read once a second: who comes too soon waits for
 * the next reading, which is never older than the question.
 *
 * @param <T> what it holds
 */
public final class Rereading<T> {

	private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

	private final Replica<T> replica;

	private final AtomicReference<@Nullable Mono<T>> next = new AtomicReference<>();

	private volatile long earliest = System.nanoTime();

	public Rereading(Replica<T> replica) {
		this.replica = replica;
	}

	/**
	 * What is read after it was asked for.
	 */
	public Mono<T> value() {
		return Mono.defer(() -> {
			Mono<T> fresh = reading();
			Mono<T> known = this.next.compareAndExchange(null, fresh);
			return (known != null) ? known : fresh;
		});
	}

	/** Who leaves doesn't end it for the others. */
	private Mono<T> reading() {
		return Mono.defer(() -> Mono.delay(Duration.ofNanos(Math.max(0, this.earliest - System.nanoTime()))))
			.then(Mono.defer(this::begin))
			.cache();
	}

	private Mono<T> begin() {
		this.earliest = System.nanoTime() + PAUSE_NANOS;
		this.next.set(null);
		return this.replica.fresh();
	}

}
