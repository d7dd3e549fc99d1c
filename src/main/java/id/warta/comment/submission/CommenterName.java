package id.warta.comment.submission;

import java.util.regex.Pattern;

import id.warta.platform.InvalidInputException;

/**
 * What commenters call themselves.
 */
final class CommenterName {

	/** Marks that turn the direction of the text around them. */
	private static final Pattern TURNING = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

	private CommenterName() {
	}

	/**
	 * A name that has a letter or digit, and leaves the text around it alone.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it has none
	 */
	static String of(String line, String argument) {
		String name = TURNING.matcher(line).replaceAll("").strip();
		if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
			throw InvalidInputException.badArgument(argument, "'" + argument + "' must have a letter or digit");
		}
		return name;
	}

}
