package id.warta.eventlog;

/**
 * Where a subscriber goes on from.
 *
 * @param history the events of the epoch that the place is in
 * @param position the position of the last event that it knows of
 */
public record LogPlace(EventHistory history, long position) {

	/**
	 * The place as clients know it.
	 */
	public EventCursor cursor() {
		return this.history.cursor().at(this.position);
	}

}
