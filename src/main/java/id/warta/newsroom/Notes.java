package id.warta.newsroom;

import java.util.Map;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.InputText;
import org.jspecify.annotations.Nullable;

/**
 * What the newsroom says about what it does.
 */
final class Notes {

	private static final int LONGEST = 1000;

	private Notes() {
	}

	/**
	 * What is said.
	 * @return null if it is blank
	 * @throws InvalidInputException if it is too long
	 */
	static @Nullable String said(@Nullable String text, String argument) {
		return InputText.optional(text, LONGEST, argument);
	}

	/**
	 * What must be said.
	 * @throws InvalidInputException if it is blank or too long
	 */
	static String required(@Nullable String text, String argument) {
		String said = said(text, argument);
		if (said == null) {
			throw InvalidInputException.badArgument(argument, "'" + argument + "' must not be blank");
		}
		return said;
	}

	/**
	 * As the logs keep it.
	 */
	static Map<String, String> details(String name, @Nullable String said) {
		return (said != null) ? Map.of(name, said) : Map.of();
	}

}
