package id.warta.platform.failure;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import graphql.GraphQLError;
import id.warta.platform.UnavailableException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * What of a failure a client is told: the constant's name is the code.
 */
public enum Failure {

	/** PostgreSQL, Redis or a part of Warta isn't there for the moment. */
	UNAVAILABLE("This is not available right now: try again later"),

	/** A statement or the whole operation took longer than it may. */
	TIMEOUT("This took too long"),

	/** Anything else. */
	INTERNAL_ERROR("Something went wrong on the server");

	private static final String QUERY_CANCELED = "57014";

	/**
	 * Classes of SQL states: lost, refused, too many connections, a server that stops.
	 */
	private static final Set<String> AWAY = Set.of("08", "28", "53", "57");

	private final String message;

	Failure(String message) {
		this.message = message;
	}

	/**
	 * What a person reads.
	 */
	public String message() {
		return this.message;
	}

	/**
	 * Whether an error says that something is away for the moment.
	 */
	public static boolean isPassing(GraphQLError error) {
		Object code = (error.getExtensions() != null) ? error.getExtensions().get("code") : null;
		return UNAVAILABLE.name().equals(code) || TIMEOUT.name().equals(code);
	}

	/**
	 * The kind of a failure, by the first of its causes that tells.
	 */
	public static Failure of(Throwable failure) {
		Set<Throwable> seen = new HashSet<>();
		for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
			Failure kind = known(cause);
			if (kind != null) {
				return kind;
			}
		}
		return INTERNAL_ERROR;
	}

	private static @Nullable Failure known(Throwable cause) {
		if (cause instanceof R2dbcException postgres) {
			return known(postgres);
		}
		if (cause instanceof RedisException redis) {
			return known(redis);
		}
		if (cause instanceof UnavailableException || cause instanceof IOException || isNoConnection(cause)) {
			return UNAVAILABLE;
		}
		return (cause instanceof TimeoutException) ? TIMEOUT : null;
	}

	/** What the pool says when a connection takes too long to be made. */
	private static boolean isNoConnection(Throwable cause) {
		return cause instanceof DataAccessResourceFailureException && cause.getCause() instanceof TimeoutException;
	}

	private static @Nullable Failure known(R2dbcException cause) {
		String state = cause.getSqlState();
		if (state == null) {
			return (cause instanceof R2dbcTimeoutException || cause instanceof R2dbcNonTransientResourceException)
					? UNAVAILABLE : null;
		}
		if (state.equals(QUERY_CANCELED)) {
			return TIMEOUT;
		}
		return (state.length() > 2 && AWAY.contains(state.substring(0, 2))) ? UNAVAILABLE : INTERNAL_ERROR;
	}

	private static Failure known(RedisException cause) {
		if (cause instanceof RedisCommandExecutionException) {
			return INTERNAL_ERROR;
		}
		return (cause instanceof RedisCommandTimeoutException) ? TIMEOUT : UNAVAILABLE;
	}

}
