package id.warta.route;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import id.warta.platform.InvalidInputException;

import org.springframework.web.util.UriUtils;

/**
 * A path of the site, normalised: decoded once, without query string, fragment, empty
 * segments and dots.
 *
 * @param segments its parts
 */
record Paths(List<String> segments) {

	/** Longer ones are refused. */
	private static final int MAX_LENGTH = 2000;

	/** What bytes decode to that are no UTF-8. */
	private static final char MALFORMED = '\uFFFD';

	/**
	 * Reads a path.
	 * @param path what follows the host
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is no path
	 */
	static Paths of(String path) {
		return of(path, "path");
	}

	/**
	 * Reads a path that is not in the argument {@code path}.
	 * @param path what follows the host
	 * @param argument the argument's name, for the error
	 */
	static Paths of(String path, String argument) {
		if (!path.startsWith("/") || path.length() > MAX_LENGTH) {
			throw InvalidInputException.badArgument(argument,
					"'" + argument + "' must start with a slash and be at most " + MAX_LENGTH + " characters long");
		}
		String bare = path.split("[?#]", 2)[0];
		return new Paths(Arrays.stream(bare.split("/"))
			.map((segment) -> decode(segment, argument))
			.filter((segment) -> !segment.isEmpty() && !segment.equals("."))
			.toList());
	}

	private static String decode(String segment, String argument) {
		try {
			String decoded = UriUtils.decode(segment, StandardCharsets.UTF_8);
			if (isText(decoded) && (segment.equals(decoded) || decoded.indexOf(MALFORMED) < 0)) {
				return decoded;
			}
		}
		catch (IllegalArgumentException ex) {
			// half a percent code
		}
		throw InvalidInputException.badArgument(argument,
				"'" + argument + "' must be properly percent-encoded, and without control characters");
	}

	/** PostgreSQL can't store U+0000, and no header may have a line's end. */
	private static boolean isText(String decoded) {
		return decoded.chars().noneMatch(Character::isISOControl);
	}

	@Override
	public String toString() {
		return "/" + String.join("/", this.segments);
	}

}
