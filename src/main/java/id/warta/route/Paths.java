package id.warta.route;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import id.warta.platform.InvalidInputException;

import org.springframework.web.util.UriUtils;

/**
 * A path of the site, normalised: decoded once, without fragment, empty segments and
 * dots; two dots take back the segment before them, as RFC 3986 has it. An encoded slash
 * divides like any other.
 *
 * @param segments its parts
 * @param query its query string as it was given, of which addresses of the site need
 * nothing; empty if it has none
 */
record Paths(List<String> segments, String query) {

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
		String[] parts = path.split("#", 2)[0].split("\\?", 2);
		List<String> segments = new ArrayList<>();
		for (String segment : parts[0].split("/")) {
			for (String part : decode(segment, argument).split("/")) {
				step(segments, part);
			}
		}
		return new Paths(List.copyOf(segments), (parts.length > 1) ? parts[1] : "");
	}

	private static void step(List<String> segments, String part) {
		if (part.equals("..")) {
			if (!segments.isEmpty()) {
				segments.remove(segments.size() - 1);
			}
		}
		else if (!part.isEmpty() && !part.equals(".")) {
			segments.add(part);
		}
	}

	/**
	 * The same path without its last segments and its query string.
	 * @param count how many segments
	 */
	Paths without(int count) {
		return new Paths(this.segments.subList(0, this.segments.size() - count), "");
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
