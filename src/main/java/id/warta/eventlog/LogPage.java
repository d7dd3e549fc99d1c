package id.warta.eventlog;

import java.util.List;

/**
 * What one look at the log showed.
 *
 * @param head the place behind its newest event
 * @param oldest the position of the last event that it no longer holds, 0 if it holds all
 * @param moved whether the database is no longer the one that the epoch was minted on
 * @param events the events asked for, in the log's order
 */
record LogPage(EventCursor head, long oldest, boolean moved, List<Event> events) {

	/**
	 * Whether events between a position and this page are missing from the log.
	 */
	boolean leavesGapAfter(long position) {
		return this.events.isEmpty() ? position < this.head.position() : this.events.get(0).position() != position + 1;
	}

}
