package id.warta.eventlog;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the field of a subscription tells of the log.
 *
 * @param wanted which events it tells. It is asked once for each event and operation, on
 * whatever thread: it must be quick, and must not block
 * @param payload makes an event or a heartbeat what the field's type is made from
 * @param last which of the events wanted is the stream's last: it completes then
 * @param <T> the payload's type
 */
public record LogStream<T>(Predicate<Event> wanted, Function<Delivery, T> payload, Predicate<Event> last) {

	/**
	 * A stream that doesn't complete.
	 */
	public static <T> LogStream<T> of(Predicate<Event> wanted, Function<Delivery, T> payload) {
		return new LogStream<>(wanted, payload, (event) -> false);
	}

	/**
	 * This stream up to one of its events.
	 */
	public LogStream<T> until(Predicate<Event> last) {
		return new LogStream<>(this.wanted, this.payload, last);
	}

	boolean endsWith(Delivery delivery) {
		Event event = delivery.event();
		return event != null && this.last.test(event);
	}

}
