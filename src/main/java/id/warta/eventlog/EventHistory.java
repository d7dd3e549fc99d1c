package id.warta.eventlog;

import java.util.List;

import reactor.core.publisher.Mono;

/**
 * One epoch's events up to the newest that this node has told its subscribers: from
 * memory, or from the log if they are older.
 */
public final class EventHistory {

	private static final int PAGE = 500;

	private final RecentEvents recent;

	private final EventStore store;

	EventHistory(RecentEvents recent, EventStore store) {
		this.recent = recent;
		this.store = store;
	}

	/**
	 * The next events after a position, in order; empty if there is none yet. Fails with
	 * {@code CURSOR_EXPIRED} if some of them are gone.
	 */
	public Mono<List<Event>> after(long position) {
		return Mono.defer(() -> {
			List<Event> events = this.recent.after(position, PAGE);
			long head = this.recent.head();
			return (!events.isEmpty() || position >= head) ? Mono.just(events)
					: this.store.after(position, head, PAGE).map((page) -> verified(page, position));
		});
	}

	private List<Event> verified(LogPage page, long position) {
		if (!page.head().epoch().equals(this.recent.epoch()) || page.leavesGapAfter(position)) {
			throw StreamEndedException.expired(page.head(), new EventCursor(page.head().epoch(), page.oldest()));
		}
		return page.events();
	}

	/**
	 * The place behind the newest event.
	 */
	public EventCursor cursor() {
		return this.recent.cursor();
	}

	/**
	 * Whether both are of one epoch, without a gap in between.
	 */
	public boolean isSameAs(EventHistory other) {
		return this.recent == other.recent;
	}

	RecentEvents recent() {
		return this.recent;
	}

}
