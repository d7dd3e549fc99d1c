package id.warta.eventlog;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs what falls due, on each node that serves. Nodes are kept from running in step.
 */
@Component
@ConditionalOnWebApplication
class DueWorkTimer implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DueWorkTimer.class);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final double JITTER = 0.2;

	private final List<DueWork> works;

	private final InstantSource clock;

	private volatile Disposable running = Disposables.disposed();

	private volatile Sinks.Empty<Void> stopped = Sinks.empty();

	private volatile Sinks.Empty<Void> ended = Sinks.empty();

	DueWorkTimer(List<DueWork> works, InstantSource clock) {
		this.works = works;
		this.clock = clock;
	}

	@Override
	public void start() {
		this.stopped = Sinks.empty();
		this.ended = Sinks.empty();
		this.running = Flux.fromIterable(this.works)
			.flatMap(this::repeated, Math.max(1, this.works.size()))
			.doFinally((signal) -> this.ended.tryEmitEmpty())
			.subscribe();
	}

	private Flux<Void> repeated(DueWork work) {
		return Mono.defer(() -> Mono.firstWithSignal(Mono.delay(jittered(work.every())).then(), this.stopped.asMono()))
			.then(Mono.defer(() -> isStopped() ? Mono.empty() : done(work)))
			.repeat(() -> !isStopped());
	}

	private boolean isStopped() {
		return Boolean.TRUE.equals(this.stopped.scan(Scannable.Attr.TERMINATED));
	}

	private static Duration jittered(Duration period) {
		double factor = 1 - JITTER + 2 * JITTER * ThreadLocalRandom.current().nextDouble();
		return Duration.ofNanos((long) (period.toNanos() * factor));
	}

	private Mono<Void> done(DueWork work) {
		return Mono.defer(() -> work.run(this.clock.instant()).timeout(PATIENCE))
			.repeat()
			.takeWhile((count) -> count > 0 && !isStopped())
			.then()
			.onErrorResume((ex) -> {
				log.warn("{} failed; trying again", work.getClass().getSimpleName(), ex);
				return Mono.empty();
			});
	}

	@Override
	public void stop() {
		this.stopped.tryEmitEmpty();
	}

	/**
	 * What is being done comes to its end: a transaction that is cut off may leave its
	 * locks behind.
	 */
	@Override
	public void stop(Runnable callback) {
		stop();
		this.ended.asMono().doFinally((signal) -> callback.run()).subscribe();
	}

	@Override
	public boolean isRunning() {
		return !this.running.isDisposed();
	}

}
