package id.warta.eventlog;

import java.time.Instant;
import java.util.function.Predicate;

import reactor.core.publisher.FluxSink;

/**
 * A stream while the broadcast feeds it. Used by the broadcast's thread only.
 */
final class Listener {

	private final RecentEvents recent;

	private final long position;

	private final Predicate<Event> wanted;

	private final FluxSink<Delivery> sink;

	private int quietTicks;

	/**
	 * Creates one.
	 * @param recent the epoch that it hears
	 * @param position how far it has read
	 * @param wanted which events it wants
	 * @param sink where they go
	 */
	Listener(RecentEvents recent, long position, Predicate<Event> wanted, FluxSink<Delivery> sink) {
		this.recent = recent;
		this.position = position;
		this.wanted = wanted;
		this.sink = sink;
	}

	void tell(Event event, Delivery delivery) {
		if (this.wanted.test(event)) {
			next(delivery);
		}
	}

	/**
	 * Tells it that it has heard everything.
	 */
	void greet(Instant now) {
		next(Delivery.heartbeat(this.recent.cursor(), now));
	}

	/**
	 * Greets it if it had nothing for long.
	 * @param ticks after how many calls
	 */
	void tick(int ticks, Instant now) {
		if (++this.quietTicks >= ticks) {
			greet(now);
		}
	}

	private void next(Delivery delivery) {
		this.quietTicks = 0;
		this.sink.next(delivery);
	}

	/**
	 * Sends it back to read on by itself, and come again.
	 */
	void readOn() {
		this.sink.complete();
	}

	void end(StreamEndedException end) {
		this.sink.error(end);
	}

	boolean isGone() {
		return this.sink.isCancelled();
	}

	RecentEvents recent() {
		return this.recent;
	}

	long position() {
		return this.position;
	}

}
