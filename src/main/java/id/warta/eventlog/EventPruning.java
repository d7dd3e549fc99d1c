package id.warta.eventlog;

import java.time.Duration;
import java.time.Instant;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Forgets events beyond their retention, a few at a time.
 */
@Component
class EventPruning implements DueWork {

	private static final int BATCH = 1000;

	private final EventStore store;

	private final LiveProperties properties;

	EventPruning(EventStore store, LiveProperties properties) {
		this.store = store;
		this.properties = properties;
	}

	@Override
	public Mono<Integer> run(Instant now) {
		return this.store.prune(now.minus(this.properties.retention()), BATCH);
	}

	@Override
	public Duration every() {
		return Duration.ofMinutes(1);
	}

}
