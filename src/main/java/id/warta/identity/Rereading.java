package id.warta.identity;

import java.time.Duration;

import id.warta.eventlog.Replica;
import reactor.core.publisher.Mono;

/**
 * Reads a replica anew for those who ask for what it doesn't hold yet: however many they
 * are, and whatever they make up, once a second.
 *
 * @param <T> what it holds
 */
public final class Rereading<T> {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final Mono<T> reading;

	public Rereading(Replica<T> replica) {
		this.reading = replica.fresh().cache((value) -> PAUSE, (failure) -> Duration.ZERO, () -> PAUSE);
	}

	/**
	 * What was read within the last second.
	 */
	public Mono<T> value() {
		return this.reading;
	}

}
