package id.warta.eventlog;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * All that a node holds in memory, loaded before it serves and kept right by the event
 * log.
 */
@Component
public class Replicas implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Replicas.class);

	private static final Duration START = Duration.ofSeconds(30);

	/** How long subscribers wait at most for what an event makes stale. */
	private static final Duration REFRESH = Duration.ofSeconds(5);

	private static final int AT_ONCE = 4;

	/** Far enough below the web server's. */
	static final int PHASE = 0;

	private final List<Replica<?>> replicas = new CopyOnWriteArrayList<>();

	private volatile boolean running;

	/**
	 * Holds something in memory.
	 * @param load reads it; must give a value, and is cancelled if it takes longer than
	 * five seconds
	 * @param kinds the events that make it stale, besides {@link EventLog#IMPORTED},
	 * which concerns everything
	 */
	public <T> Replica<T> of(Mono<T> load, String... kinds) {
		Replica<T> replica = new Replica<>(load,
				Stream.concat(Stream.of(EventLog.IMPORTED), Stream.of(kinds)).collect(Collectors.toUnmodifiableSet()));
		this.replicas.add(replica);
		return replica;
	}

	/**
	 * Reads anew what events of these kinds make stale, and what could not be read
	 * before. Never fails: what can't be read keeps its value, and is tried again at the
	 * next call.
	 */
	Mono<Void> changed(Collection<String> kinds) {
		Set<String> distinct = Set.copyOf(kinds);
		this.replicas.stream()
			.filter((replica) -> distinct.stream().anyMatch(replica::concerns))
			.forEach(Replica::markStale);
		return refresh();
	}

	/**
	 * Reads everything anew, as after a cut in the log's history.
	 */
	Mono<Void> allChanged() {
		this.replicas.forEach(Replica::markStale);
		return refresh();
	}

	private Mono<Void> refresh() {
		return Flux.fromIterable(this.replicas).filter(Replica::isStale).flatMap(Replicas::refresh, AT_ONCE).then();
	}

	private static Mono<Void> refresh(Replica<?> replica) {
		return replica.refresh().timeout(REFRESH).onErrorResume((ex) -> {
			log.warn("What is held in memory could not be read anew; trying again", ex);
			return Mono.empty();
		});
	}

	/** Blocks the main thread: no node serves before it holds everything. */
	@Override
	public void start() {
		Flux.fromIterable(this.replicas).concatMap(Replica::fresh).then().block(START);
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

	/** Before the web server. */
	@Override
	public int getPhase() {
		return PHASE;
	}

}
