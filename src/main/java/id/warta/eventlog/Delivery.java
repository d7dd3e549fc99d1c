package id.warta.eventlog;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a subscriber gets: an event that it asked for, or a heartbeat that says that there
 * was none up to the cursor.
 *
 * @param cursor where to go on from
 * @param occurredAt when the event occurred, or the heartbeat was sent
 * @param event the event; null for a heartbeat
 */
public record Delivery(EventCursor cursor, Instant occurredAt, @Nullable Event event) {

	static Delivery of(Event event, UUID epoch) {
		return new Delivery(new EventCursor(epoch, event.position()), event.occurredAt(), event);
	}

	static Delivery heartbeat(EventCursor cursor, Instant now) {
		return new Delivery(cursor, now, null);
	}

}
