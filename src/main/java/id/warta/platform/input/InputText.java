package id.warta.platform.input;

import java.util.regex.Pattern;

import id.warta.platform.InvalidInputException;
import id.warta.platform.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Checks plain texts that people give, and makes them fit to be stored: what PostgreSQL
 * can't store is replaced, space around them goes.
 */
public final class InputText {

	/** How many characters a name or a title may have, where nothing else is said. */
	private static final int LINE = 300;

	private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

	private InputText() {
	}

	/**
	 * A name or a title, of at most 300 characters, that must be there.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is null, blank or too
	 * long
	 */
	public static String line(@Nullable String text, String argument) {
		return line(text, LINE, argument);
	}

	/**
	 * A line that must be there; white space becomes single spaces.
	 * @param text what was given
	 * @param longest how many characters it may have
	 * @param argument the argument's name, for the error
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is null, blank or too
	 * long
	 */
	public static String line(@Nullable String text, int longest, String argument) {
		String line = optionalLine(text, longest, argument);
		if (line == null) {
			throw InvalidInputException.badArgument(argument, "'" + argument + "' must not be blank");
		}
		return line;
	}

	/**
	 * A line; null if it is blank.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is too long
	 */
	public static @Nullable String optionalLine(@Nullable String text, int longest, String argument) {
		String lines = optional(text, longest, argument);
		return (lines != null) ? SPACE.matcher(lines).replaceAll(" ") : null;
	}

	/**
	 * A text that may have several lines; null if it is blank.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is too long
	 */
	public static @Nullable String optional(@Nullable String text, int longest, String argument) {
		if (text == null || text.isBlank()) {
			return null;
		}
		return PlainText.wellFormed(noLonger(text, longest, argument)).strip();
	}

	/**
	 * The text as it is.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is too long
	 */
	public static String noLonger(String text, int longest, String argument) {
		if (text.length() > longest) {
			throw InvalidInputException.badArgument(argument,
					"'" + argument + "' is longer than " + longest + " characters");
		}
		return text;
	}

}
