package id.warta.eventlog;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * All that a node holds in memory, loaded before it serves.
 */
@Component
public class Replicas implements SmartLifecycle {

	private static final Duration START = Duration.ofSeconds(30);

	private final List<Replica<?>> replicas = new CopyOnWriteArrayList<>();

	private volatile boolean running;

	/**
	 * Holds something in memory.
	 * @param load reads it
	 * @param kinds the events that make it stale
	 */
	public <T> Replica<T> of(Mono<T> load, String... kinds) {
		Replica<T> replica = new Replica<>(load, Set.of(kinds));
		this.replicas.add(replica);
		return replica;
	}

	@Override
	public void start() {
		Flux.fromIterable(this.replicas).concatMap(Replica::reload).then().block(START);
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
