package id.warta.platform.failure;

import java.time.Duration;
import java.util.List;

import id.warta.platform.ConflictException;
import id.warta.platform.InvalidInputException;
import id.warta.platform.RateLimitedException;
import id.warta.platform.StaleRevisionException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;

/**
 * What a mutation's payload says of input that a user can put right. The GraphQL type is
 * named like the class.
 */
public sealed interface UserError {

	String message();

	String code();

	List<String> path();

	/** Something that the user can put right. */
	record InputError(String message, String code, List<String> path) implements UserError {

	}

	/** Somebody else was faster. */
	record Conflict(String message, String code, List<String> path, int currentRevision) implements UserError {

	}

	/** Tried too often; again after some seconds. */
	record RateLimited(String message, String code, List<String> path, long retryAfter) implements UserError {

	}

	/**
	 * The same about one of several.
	 * @param place where it stands in the input
	 */
	default UserError of(List<String> place) {
		return new InputError(message(), code(), place);
	}

	/**
	 * What a failure says to a user; null if it is none that they can put right.
	 */
	static @Nullable UserError of(Throwable failure) {
		// An input's constructor may refuse it, and is called by reflection
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		if (cause instanceof InvalidInputException input) {
			String argument = input.argument();
			return new InputError(input.getMessage(), input.code(),
					(argument != null) ? List.of(argument.split("\\.")) : List.of());
		}
		if (cause instanceof StaleRevisionException stale) {
			return new Conflict(stale.getMessage(), stale.code(), List.of("revision"), stale.currentRevision());
		}
		if (cause instanceof ConflictException conflict) {
			return new InputError(conflict.getMessage(), conflict.code(), List.of());
		}
		if (cause instanceof RateLimitedException limited) {
			return new RateLimited(String.valueOf(limited.getMessage()), "RATE_LIMITED", List.of(),
					seconds(limited.retryAfter()));
		}
		return null;
	}

	private static long seconds(Duration wait) {
		return Math.max(1, wait.plusMillis(999).toSeconds());
	}

}
