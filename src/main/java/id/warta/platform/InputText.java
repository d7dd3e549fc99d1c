package id.warta.platform;

import java.util.regex.Pattern;

/**
 * Text of a mutation's input, checked and put in order. What may not be fails with
 * {@code BAD_ARGUMENT} and the input's field.
 */
public final class InputText {

	/** How many characters a line may have, such as a title or a name. */
	private static final int MAX_LINE = 300;

	private static final int MAX_SLUG = 200;

	private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

	private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

	private InputText() {
	}

	/**
	 * One line of plain text that says something; white space becomes single spaces.
	 */
	public static String line(String text, String field) {
		String line = SPACE.matcher(PlainText.wellFormed(text)).replaceAll(" ").strip();
		if (line.isEmpty()) {
			throw InvalidInputException.badArgument(field, "'" + field + "' must not be blank");
		}
		if (line.length() > MAX_LINE) {
			throw InvalidInputException.badArgument(field,
					"'" + field + "' is longer than " + MAX_LINE + " characters");
		}
		return line;
	}

	/**
	 * A part of an address: lower-case letters of English, digits, and single hyphens in
	 * between.
	 */
	public static String slug(String text, String field) {
		if (text.length() > MAX_SLUG || !SLUG.matcher(text).matches()) {
			throw InvalidInputException.badArgument(field, "'" + field + "' must be at most " + MAX_SLUG
					+ " characters from a to z and 0 to 9, with single hyphens in between");
		}
		return text;
	}

}
