package id.warta.eventlog;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Something that hardly ever changes, held in memory on each node.
 *
 * @param <T> what it holds
 */
public final class Replica<T> {

	private final Mono<T> load;

	private final Set<String> kinds;

	private volatile @Nullable T held;

	Replica(Mono<T> load, Set<String> kinds) {
		this.load = load;
		this.kinds = kinds;
	}

	/**
	 * What is held now.
	 */
	public T value() {
		return Objects.requireNonNull(this.held, "not loaded yet");
	}

	Mono<Void> reload() {
		return this.load.doOnNext((value) -> this.held = value).then();
	}

	/**
	 * Whether an event of this kind makes it stale.
	 */
	boolean concerns(String kind) {
		return this.kinds.contains(kind);
	}

}
