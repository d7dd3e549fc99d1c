package id.warta.comment.submission;

import java.util.Locale;
import java.util.regex.Pattern;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.InputText;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses as people have them: not all that RFC 5321 allows.
 */
final class EmailAddress {

	private static final Pattern PLAIN = Pattern
		.compile("[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

	/** RFC 5321, section 4.5.3.1.3, without the brackets. */
	private static final int LONGEST = 254;

	private EmailAddress() {
	}

	/**
	 * An address in lower case.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is none
	 */
	static String of(@Nullable String text, String argument) {
		String address = InputText.line(text, LONGEST, argument).toLowerCase(Locale.ROOT);
		if (!PLAIN.matcher(address).matches() || address.contains("..")) {
			throw InvalidInputException.badArgument(argument, "'" + argument + "' must be an e-mail address");
		}
		return address;
	}

}
