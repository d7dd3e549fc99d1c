package id.warta.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Events and pages of a log for tests.
 */
final class Events {

	static final UUID EPOCH = UUID.fromString("0b9f1c1e-6a1f-4c53-9d38-2f3a0d1c9a11");

	private Events() {
	}

	static Event event(long position) {
		return event(position, "TEST");
	}

	static Event event(long position, String kind) {
		return new Event(position, kind, "Test", position, Map.of(), Instant.EPOCH.plusSeconds(position));
	}

	/**
	 * A page of the events from one position to another, which is the head.
	 */
	static LogPage page(long from, long to) {
		return new LogPage(new EventCursor(EPOCH, to), 0, false,
				LongStream.rangeClosed(from, to).mapToObj(Events::event).toList());
	}

	static List<Long> positions(List<Event> events) {
		return events.stream().map(Event::position).toList();
	}

}
