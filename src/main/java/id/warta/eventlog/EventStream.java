package id.warta.eventlog;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * One subscriber's stream: what it missed, read as fast as it takes it, then what the
 * broadcast tells. The broadcast lets it in only where its reading ended, so that there
 * is neither gap nor duplicate. If more is told than may wait for it, it goes back to
 * reading, and is ended if it takes nothing for long.
 */
final class EventStream {

	private final EventHistory history;

	private final Broadcast broadcast;

	private final Predicate<Event> wanted;

	private final Duration patience;

	/** How far the log was read for it. */
	private volatile long position;

	private volatile EventCursor passed;

	/** The last one that was surely taken: one passed later may still be on its way. */
	private volatile EventCursor taken;

	/**
	 * Creates one.
	 * @param from where it begins
	 * @param broadcast what tells it what is live
	 * @param wanted which events it wants
	 * @param patience how long it may take nothing while there is something to read
	 */
	EventStream(LogPlace from, Broadcast broadcast, Predicate<Event> wanted, Duration patience) {
		this.history = from.history();
		this.position = from.position();
		this.broadcast = broadcast;
		this.wanted = wanted;
		this.patience = patience;
		this.passed = from.cursor();
		this.taken = this.passed;
	}

	/**
	 * The stream, for one subscription. Who asks for one delivery at a time gets the
	 * exact last cursor when the stream is ended.
	 */
	Flux<Delivery> deliveries() {
		return Flux.concat(missed(), live())
			.repeat()
			.doOnNext((delivery) -> this.passed = delivery.cursor())
			.doOnRequest((more) -> this.taken = this.passed);
	}

	private Flux<Delivery> missed() {
		return Flux.defer(() -> this.history.after(this.position))
			.doOnNext(this::read)
			.repeat(() -> this.position < recent().head())
			.concatMapIterable((events) -> events, 1)
			.timeout(this.patience)
			.onErrorMap(TimeoutException.class, (ex) -> StreamEndedException.slow(this.taken))
			.filter(this.wanted)
			.map((event) -> Delivery.of(event, recent().epoch()));
	}

	private void read(List<Event> events) {
		if (!events.isEmpty()) {
			this.position = events.get(events.size() - 1).position();
		}
	}

	private Flux<Delivery> live() {
		return Flux.push(this::listen, FluxSink.OverflowStrategy.IGNORE)
			.onBackpressureBuffer(this.broadcast.buffer())
			.publishOn(Schedulers.parallel(), false, 1)
			.onErrorResume(Exceptions::isOverflow, (overflow) -> goBack());
	}

	private void listen(FluxSink<Delivery> sink) {
		Listener listener = new Listener(recent(), this.position, this.wanted, sink);
		sink.onDispose(() -> this.broadcast.leave(listener));
		this.broadcast.join(listener, () -> this.taken);
	}

	/** What was waiting is gone, and is read again. */
	private Mono<Delivery> goBack() {
		return Mono.fromRunnable(() -> this.position = this.passed.position());
	}

	private RecentEvents recent() {
		return this.history.recent();
	}

}
