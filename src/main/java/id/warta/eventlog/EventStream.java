package id.warta.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;

/**
 * One subscriber's stream: what it missed, read as fast as it takes it, then what the
 * broadcast tells. The broadcast lets it join only where its reading ended, so that there
 * is neither gap nor duplicate.
 */
final class EventStream {

	private final EventHistory history;

	private final Broadcast broadcast;

	private final Predicate<Event> wanted;

	/** How far the log was read for it. */
	private volatile long position;

	private volatile EventCursor passed;

	/**
	 * The last one that was surely taken: those passed later may still be on their way.
	 */
	private volatile EventCursor taken;

	private volatile @Nullable FluxSink<Delivery> sink;

	private int quietTicks;

	EventStream(EventHistory history, long position, Broadcast broadcast, Predicate<Event> wanted) {
		this.history = history;
		this.position = position;
		this.broadcast = broadcast;
		this.wanted = wanted;
		this.passed = new EventCursor(history.recent().epoch(), position);
		this.taken = this.passed;
	}

	/**
	 * The stream, for one subscription. Who asks for one delivery at a time gets the
	 * exact last cursor with {@code SLOW_CONSUMER}.
	 */
	Flux<Delivery> deliveries() {
		return Flux.concat(missed(), live())
			.repeat()
			.doOnNext((delivery) -> this.passed = delivery.cursor())
			.doOnRequest((more) -> this.taken = this.passed)
			.onErrorMap(Exceptions::isOverflow, (overflow) -> StreamEndedException.slow(this.taken));
	}

	private Flux<Delivery> missed() {
		return Flux.defer(() -> this.history.after(this.position))
			.doOnNext(this::read)
			.repeat(() -> this.position < recent().head())
			.concatMapIterable((events) -> events, 1)
			.filter(this.wanted)
			.map(this::delivery);
	}

	private void read(List<Event> events) {
		if (!events.isEmpty()) {
			this.position = events.get(events.size() - 1).position();
		}
	}

	private Flux<Delivery> live() {
		return Flux.<Delivery>push((subscriber) -> {
			this.sink = subscriber;
			subscriber.onDispose(() -> this.broadcast.leave(this));
			this.broadcast.join(this);
		}, FluxSink.OverflowStrategy.IGNORE)
			.onBackpressureBuffer(this.broadcast.buffer())
			.publishOn(Schedulers.parallel(), false, 1);
	}

	private Delivery delivery(Event event) {
		return Delivery.of(event, new EventCursor(recent().epoch(), event.position()));
	}

	RecentEvents recent() {
		return this.history.recent();
	}

	long position() {
		return this.position;
	}

	/**
	 * Tells it an event, unless it has read that before.
	 */
	void tell(Event event, Delivery delivery) {
		if (event.position() > this.position) {
			this.position = event.position();
			if (this.wanted.test(event)) {
				next(delivery);
			}
		}
	}

	/**
	 * Tells it where it stands.
	 */
	void greet(Instant now) {
		next(Delivery.heartbeat(recent().cursor(), now));
	}

	/**
	 * Tells it so if it had nothing for long.
	 * @param ticks after how many calls
	 */
	void tick(int ticks, Instant now) {
		if (++this.quietTicks >= ticks) {
			greet(now);
		}
	}

	private void next(Delivery delivery) {
		FluxSink<Delivery> subscriber = this.sink;
		if (subscriber != null) {
			this.quietTicks = 0;
			subscriber.next(delivery);
		}
	}

	/**
	 * Lets it read on by itself, and come back.
	 */
	void readOn() {
		FluxSink<Delivery> subscriber = this.sink;
		if (subscriber != null) {
			subscriber.complete();
		}
	}

	void expire(RecentEvents current) {
		end(StreamEndedException.expired(current));
	}

	void shutDown() {
		end(StreamEndedException.shuttingDown(this.taken));
	}

	private void end(StreamEndedException end) {
		FluxSink<Delivery> subscriber = this.sink;
		if (subscriber != null) {
			subscriber.error(end);
		}
	}

	boolean isGone() {
		FluxSink<Delivery> subscriber = this.sink;
		return subscriber == null || subscriber.isCancelled();
	}

}
