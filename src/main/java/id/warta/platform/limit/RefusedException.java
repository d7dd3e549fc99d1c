package id.warta.platform.limit;

import java.util.LinkedHashMap;
import java.util.Map;

import graphql.execution.AbortExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A request that isn't executed: shown as it is.
 */
final class RefusedException extends AbortExecutionException {

	private final Map<String, Object> extensions;

	private RefusedException(String message, Map<String, Object> extensions) {
		super(message);
		this.extensions = extensions;
	}

	/**
	 * More of something than there may be.
	 * @param code what a program reads, such as {@code QUERY_TOO_DEEP}
	 * @param what a sentence with a place for each figure
	 * @param actual how much it is
	 * @param limit how much it may be
	 */
	static RefusedException tooMuch(String code, String what, long actual, long limit) {
		return new RefusedException(what.formatted(actual, limit),
				Map.of("code", code, "actual", actual, "limit", limit));
	}

	/**
	 * A document that isn't read to its end, so that nobody knows how much there is.
	 * @param code what a program reads, such as {@code QUERY_TOO_LONG}
	 * @param what a sentence with a place for the limit
	 * @param limit how much it may be
	 */
	static RefusedException unread(String code, String what, long limit) {
		return new RefusedException(what.formatted(limit), Map.of("code", code, "limit", limit));
	}

	/**
	 * A text that PostgreSQL can't hold.
	 * @param argument what it was given as; null if that is no argument or variable
	 */
	static RefusedException badText(@Nullable String argument) {
		return new RefusedException("Text must not hold U+0000 or half of a surrogate pair",
				extensions("BAD_TEXT", argument));
	}

	/**
	 * A text that is too long.
	 * @param argument what it was given as; null if that is no argument or variable
	 * @param limit how many characters it may have
	 */
	static RefusedException longText(@Nullable String argument, int limit) {
		Map<String, Object> extensions = extensions("TEXT_TOO_LONG", argument);
		extensions.put("limit", limit);
		return new RefusedException("Text must not have more than " + limit + " characters", extensions);
	}

	/**
	 * A mutation in a request that may only read.
	 */
	static RefusedException notByGet() {
		return new RefusedException("A mutation must be sent by POST or over a WebSocket",
				Map.of("code", "MUTATION_BY_GET"));
	}

	private static Map<String, Object> extensions(String code, @Nullable String argument) {
		Map<String, Object> extensions = new LinkedHashMap<>();
		extensions.put("code", code);
		if (argument != null) {
			extensions.put("argument", argument);
		}
		return extensions;
	}

	@Override
	public Map<String, Object> getExtensions() {
		return this.extensions;
	}

	@Override
	public String getMessage() {
		return String.valueOf(super.getMessage());
	}

	/** It is an answer, not a failure: nobody reads where it came from. */
	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}

}
