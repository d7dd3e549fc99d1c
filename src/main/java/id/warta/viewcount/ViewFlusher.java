package id.warta.viewcount;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Counts what waits, and flushes, every few seconds while the server runs, and once more
 * when no request can come any longer. An outage is logged when it begins and when it
 * ends.
 */
@Component
@ConditionalOnWebApplication
class ViewFlusher implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ViewFlusher.class);

	/** How long a stop waits for the last flush; what is left stays in Redis. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** How long a round may take; servers that hang are as good as away. */
	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final ViewRing ring;

	private final ViewFlush flush;

	private final Duration interval;

	private volatile boolean failing;

	private @Nullable Running running;

	ViewFlusher(ViewRing ring, ViewFlush flush, ViewProperties properties) {
		this.ring = ring;
		this.flush = flush;
		this.interval = properties.flushInterval();
	}

	private record Running(Disposable subscription, Sinks.Empty<Void> stop, Sinks.Empty<Void> end) {

	}

	@Override
	public synchronized void start() {
		Sinks.Empty<Void> stop = Sinks.empty();
		Sinks.Empty<Void> end = Sinks.empty();
		Disposable subscription = Flux.interval(this.interval)
			.onBackpressureDrop()
			.takeUntilOther(stop.asMono())
			.concatWith(Mono.just(-1L))
			.concatMap((tick) -> flush(), 0)
			.doFinally((signal) -> end.tryEmitEmpty())
			.subscribe();
		this.running = new Running(subscription, stop, end);
	}

	private Mono<Void> flush() {
		return this.ring.replay()
			.then(this.flush.run())
			.timeout(LIMIT)
			.doOnSuccess((nothing) -> worked())
			.onErrorResume(this::failed);
	}

	private void worked() {
		if (this.failing) {
			this.failing = false;
			log.info("Views are carried to PostgreSQL again");
		}
	}

	private Mono<Void> failed(Throwable ex) {
		if (!this.failing) {
			this.failing = true;
			log.warn("Views wait in Redis until they can be carried to PostgreSQL", ex);
		}
		return Mono.empty();
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public synchronized void stop(Runnable callback) {
		Running stopping = Objects.requireNonNull(this.running);
		stopping.stop().tryEmitEmpty();
		stopping.end().asMono().timeout(PATIENCE, Mono.empty()).doFinally((signal) -> {
			stopping.subscription().dispose();
			if (this.ring.size() > 0) {
				log.warn("{} views are lost, which waited until they could be counted", this.ring.size());
			}
			callback.run();
		}).subscribe();
	}

	@Override
	public synchronized boolean isRunning() {
		return this.running != null && !this.running.subscription().isDisposed();
	}

	/**
	 * Stopped after the web server and before the connections.
	 */
	@Override
	public int getPhase() {
		return 2;
	}

}
