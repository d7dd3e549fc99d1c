package id.warta.eventlog;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import id.warta.platform.UnavailableException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Something that hardly ever changes, held in memory on each node. Whoever hears of an
 * event that concerns it finds at least that event's state in it.
 *
 * @param <T> what it holds
 */
public final class Replica<T> {

	private final Mono<T> load;

	private final Set<String> kinds;

	private final AtomicLong loads = new AtomicLong();

	private final AtomicReference<@Nullable Held<T>> held = new AtomicReference<>();

	private volatile boolean stale;

	Replica(Mono<T> load, Set<String> kinds) {
		this.load = load;
		this.kinds = kinds;
	}

	private record Held<T>(long load, T value) {

	}

	/**
	 * What is held now.
	 * @throws UnavailableException if it was never loaded
	 */
	public T value() {
		Held<T> current = this.held.get();
		if (current == null) {
			throw new UnavailableException("Not loaded yet");
		}
		return current.value();
	}

	/**
	 * Reads it anew, for those who don't wait for an event, such as a command that has
	 * just changed it.
	 */
	public Mono<T> fresh() {
		return Mono.defer(() -> load(this.loads.incrementAndGet()));
	}

	private Mono<T> load(long number) {
		return this.load.doOnNext((value) -> hold(new Held<>(number, value)))
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("a replica's load gave nothing")));
	}

	/** Of two loads at a time, the one that was begun later knows more. */
	private void hold(Held<T> loaded) {
		this.held.accumulateAndGet(loaded,
				(before, after) -> (before != null && after != null && before.load() > after.load()) ? before : after);
	}

	/**
	 * Whether an event of this kind makes it stale.
	 */
	boolean concerns(String kind) {
		return this.kinds.contains(kind);
	}

	void markStale() {
		this.stale = true;
	}

	boolean isStale() {
		return this.stale;
	}

	/**
	 * Reads it anew if it is stale; it stays so if that fails. One at a time.
	 */
	Mono<Void> refresh() {
		return fresh().doOnSuccess((value) -> this.stale = false).then();
	}

}
