package id.warta.eventlog;

import java.util.LinkedHashMap;
import java.util.Map;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.execution.ErrorType;

/**
 * The end of one subscriber's stream, with what it needs to go on.
 */
public final class StreamEndedException extends RuntimeException {

	private static final String SHUTTING_DOWN = "SHUTTING_DOWN";

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

	/**
	 * More waits for a subscriber than it takes.
	 * @param last where to go on from
	 */
	public static StreamEndedException slow(EventCursor last) {
		return new StreamEndedException("SLOW_CONSUMER",
				"Too many events wait to be taken: go on from 'cursor', the last one that was", last, null);
	}

	static StreamEndedException shuttingDown(EventCursor last) {
		return new StreamEndedException(SHUTTING_DOWN, "The server stops: connect again, and go on from 'cursor'", last,
				null);
	}

	/**
	 * The stream can't go on, for whatever reason.
	 * @param last where to go on from
	 */
	public static StreamEndedException broken(EventCursor last) {
		return new StreamEndedException("UNAVAILABLE", "The stream broke: go on from 'cursor'", last, null);
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

	/**
	 * Whether the server stops, so that nothing is wrong with the stream.
	 */
	public boolean isRestart() {
		return this.code.equals(SHUTTING_DOWN);
	}

	/**
	 * What clients see of it.
	 */
	public GraphQLError error() {
		Map<String, Object> extensions = new LinkedHashMap<>();
		extensions.put("code", this.code);
		extensions.put("cursor", this.cursor.toString());
		if (this.oldest != null) {
			extensions.put("oldestCursor", this.oldest.toString());
		}
		return GraphqlErrorBuilder.newError()
			.errorType(ErrorType.BAD_REQUEST)
			.message("%s", getMessage())
			.extensions(extensions)
			.build();
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

}
