package id.warta.eventlog;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the log, once on each node: looks what is new when PostgreSQL says so, and each
 * second as well. First what the node holds in memory is brought up to date, then the
 * subscribers are told.
 */
@Component
@ConditionalOnWebApplication
class EventTail implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(EventTail.class);

	/** Before {@link Replicas}, so that they hold at least what the tail starts from. */
	private static final int PHASE = Replicas.PHASE - 1;

	/** How many events are told at a time; well below what may wait for a subscriber. */
	private static final int BATCH = 100;

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration START = Duration.ofSeconds(30);

	private final EventStore store;

	private final WakeUps wakeUps;

	private final Replicas replicas;

	private final Broadcast broadcast;

	private volatile Disposable following = Disposables.disposed();

	private volatile boolean failing;

	private volatile long lag;

	EventTail(EventStore store, WakeUps wakeUps, Replicas replicas, Broadcast broadcast) {
		this.store = store;
		this.wakeUps = wakeUps;
		this.replicas = replicas;
		this.broadcast = broadcast;
	}

	/** Blocks the main thread: no node serves before it follows the log. */
	@Override
	public void start() {
		newest(null).flatMap(this.broadcast::restart).block(START);
		this.following = Disposables.composite(follow().subscribe(),
				Flux.interval(SECOND).onBackpressureDrop().concatMap((tick) -> this.broadcast.tick(), 0).subscribe());
	}

	private Flux<Void> follow() {
		return Flux.merge(this.wakeUps.reasons(), Flux.interval(SECOND))
			.onBackpressureLatest()
			.concatMap((reason) -> this.broadcast.awaited(look()).onErrorResume(this::later), 0);
	}

	private Mono<Void> look() {
		return Mono.defer(this::read)
			.expand((more) -> more ? read() : Mono.empty())
			.then(Mono.fromRunnable(this::succeeded));
	}

	/** Reads on, and says whether there may be more. */
	private Mono<Boolean> read() {
		EventCursor told = this.broadcast.recent().cursor();
		return this.store.after(told.position(), Long.MAX_VALUE, BATCH)
			.timeout(PATIENCE)
			.flatMap((page) -> isCut(page, told) ? restart(told) : tell(page));
	}

	private static boolean isCut(LogPage page, EventCursor told) {
		return page.moved() || !page.head().epoch().equals(told.epoch()) || page.head().position() < told.position()
				|| page.leavesGapAfter(told.position());
	}

	private Mono<Boolean> tell(LogPage page) {
		this.lag = page.head().position() - this.broadcast.recent().head();
		return this.replicas.changed(page.events().stream().map(Event::kind).toList())
			.then(this.broadcast.tell(page))
			.thenReturn(page.events().size() == BATCH);
	}

	private Mono<Boolean> restart(EventCursor told) {
		return newest(told).timeout(PATIENCE)
			.delayUntil((page) -> this.replicas.allChanged())
			.flatMap(this.broadcast::restart)
			.thenReturn(true);
	}

	private Mono<LogPage> newest(@Nullable EventCursor told) {
		return this.store.renewEpoch(told).then(this.store.newest(this.broadcast.remembered()));
	}

	private void succeeded() {
		this.lag = 0;
		if (this.failing) {
			this.failing = false;
			log.info("The event log can be read again");
		}
	}

	private Mono<Void> later(Throwable failure) {
		if (!this.failing) {
			this.failing = true;
			log.warn("The event log can't be read; trying each second", failure);
		}
		return Mono.empty();
	}

	@Override
	public void stop() {
		this.following.dispose();
	}

	@Override
	public boolean isRunning() {
		return !this.following.isDisposed();
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	/**
	 * How many events this node knew of but had not told when it last looked.
	 */
	long lag() {
		return this.lag;
	}

}
