package id.warta.eventlog;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the field of a subscription tells of the log.
 *
 * @param wanted which events it tells. It is asked once for each event and operation, on
 * whatever thread: it must be quick, and must not block
 * @param payload makes an event or a heartbeat what the field's type is made from
 * @param last which delivery is the stream's last: it completes then
 * @param <T> the payload's type
 */
public record LogStream<T>(Predicate<Event> wanted, Function<Delivery, T> payload, Predicate<Delivery> last) {

	/**
	 * A stream that doesn't complete.
	 */
	public static <T> LogStream<T> of(Predicate<Event> wanted, Function<Delivery, T> payload) {
		return new LogStream<>(wanted, payload, (delivery) -> false);
	}

	/**
	 * This stream up to one of its events.
	 */
	public LogStream<T> until(Predicate<Event> event) {
		return endingWith((delivery) -> delivery.event() != null && event.test(delivery.event()));
	}

	/**
	 * This stream without what comes behind a place in the log: it completes with the
	 * event or heartbeat by which everything up to there was told.
	 * @param position the place; this node need not have told it yet
	 */
	public LogStream<T> upTo(long position) {
		return endingWith((delivery) -> delivery.cursor().position() >= position);
	}

	private LogStream<T> endingWith(Predicate<Delivery> delivery) {
		return new LogStream<>(this.wanted, this.payload, this.last.or(delivery));
	}

	boolean endsWith(Delivery delivery) {
		return this.last.test(delivery);
	}

}
