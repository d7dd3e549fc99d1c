package id.warta.platform.input;

import java.util.Locale;
import java.util.regex.Pattern;

import id.warta.platform.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses in mutations' inputs, in lower case. They look as people have them:
 * not all that RFC 5321 allows.
 */
public final class InputEmail {

	private static final Pattern PLAIN = Pattern
		.compile("[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

	/** RFC 5321, section 4.5.3.1.3, without the brackets. */
	private static final int LONGEST = 254;

	private InputEmail() {
	}

	/**
	 * An address that somebody is to have.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is none
	 */
	public static String of(@Nullable String text, String argument) {
		String address = known(text, argument);
		if (!PLAIN.matcher(address).matches() || address.contains("..")) {
			throw InvalidInputException.badArgument(argument, "'" + argument + "' must be an e-mail address");
		}
		return address;
	}

	/**
	 * An address to look for: imports may have brought others.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is blank or too long
	 */
	public static String known(@Nullable String text, String argument) {
		return InputText.line(text, LONGEST, argument).toLowerCase(Locale.ROOT);
	}

}
