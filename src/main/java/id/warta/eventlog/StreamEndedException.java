package id.warta.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * The end of one subscriber's stream, with what it needs to go on.
 */
public final class StreamEndedException extends RuntimeException {

	private final String code;

	private final EventCursor cursor;

	private final @Nullable EventCursor oldest;

	private StreamEndedException(String code, String message, EventCursor cursor, @Nullable EventCursor oldest) {
		super(message, null, false, false);
		this.code = code;
		this.cursor = cursor;
		this.oldest = oldest;
	}

	static StreamEndedException expired(RecentEvents current) {
		return expired(current.cursor(), current.oldestCursor());
	}

	static StreamEndedException expired(EventCursor current, EventCursor oldest) {
		return new StreamEndedException("CURSOR_EXPIRED",
				"The log doesn't reach back to this cursor: read what you show anew, and go on from 'cursor'", current,
				oldest);
	}

	static StreamEndedException slow(EventCursor last) {
		return new StreamEndedException("SLOW_CONSUMER",
				"Too many events wait to be taken: go on from 'cursor', the last one that was", last, null);
	}

	static StreamEndedException shuttingDown(EventCursor last) {
		return new StreamEndedException("SHUTTING_DOWN", "The server stops: connect again, and go on from 'cursor'",
				last, null);
	}

	/**
	 * What a program reads: {@code CURSOR_EXPIRED}, {@code SLOW_CONSUMER} or
	 * {@code SHUTTING_DOWN}.
	 */
	public String code() {
		return this.code;
	}

	/**
	 * Where to go on from.
	 */
	public EventCursor cursor() {
		return this.cursor;
	}

	/**
	 * The first place that the log can be read from, if the cursor has expired.
	 */
	public @Nullable EventCursor oldestCursor() {
		return this.oldest;
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}
