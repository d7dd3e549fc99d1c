package id.warta.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * The newest events of an epoch, in memory. One thread appends, any may read.
 */
final class RecentEvents {

	private final UUID epoch;

	private final AtomicReferenceArray<@Nullable Event> ring;

	private volatile long head;

	private volatile long oldest;

	/**
	 * Creates one.
	 * @param page what it starts with
	 * @param capacity how many events it holds at most
	 */
	RecentEvents(LogPage page, int capacity) {
		this.epoch = page.head().epoch();
		this.ring = new AtomicReferenceArray<>(capacity);
		page.events().forEach(this::put);
		this.head = page.head().position();
		this.oldest = page.oldest();
	}

	private void put(Event event) {
		this.ring.set(slot(event.position()), event);
	}

	private int slot(long position) {
		return (int) (position % this.ring.length());
	}

	/**
	 * Adds the events that follow.
	 */
	void append(List<Event> events) {
		events.forEach(this::put);
		this.head = events.get(events.size() - 1).position();
	}

	/**
	 * The events after a position.
	 * @param position the position, exclusive
	 * @param limit how many at most
	 * @return the events; empty if there is none yet or the first is no longer held
	 */
	List<Event> after(long position, int limit) {
		long last = Math.min(this.head, position + limit);
		List<Event> events = new ArrayList<>();
		for (long wanted = position + 1; wanted <= last; wanted++) {
			Event event = this.ring.get(slot(wanted));
			if (event == null || event.position() != wanted) {
				break;
			}
			events.add(event);
		}
		return events;
	}

	UUID epoch() {
		return this.epoch;
	}

	long head() {
		return this.head;
	}

	/**
	 * The place behind the newest event.
	 */
	EventCursor cursor() {
		return new EventCursor(this.epoch, this.head);
	}

	/**
	 * The first place that the log can be read from.
	 */
	EventCursor oldestCursor() {
		return new EventCursor(this.epoch, this.oldest);
	}

	void logStartsAfter(long position) {
		this.oldest = position;
	}

}
