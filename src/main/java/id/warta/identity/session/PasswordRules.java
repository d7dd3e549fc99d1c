package id.warta.identity.session;

import java.nio.charset.StandardCharsets;

import id.warta.platform.InvalidInputException;

/**
 * What a password must be: long, and not longer than bcrypt looks at.
 */
public final class PasswordRules {

	private static final int MIN_CHARACTERS = 12;

	private static final int MAX_BYTES = 72;

	private PasswordRules() {
	}

	/**
	 * Refuses what isn't good enough.
	 * @param password the password
	 * @param email its owner's address
	 * @param argument the input's field
	 * @throws InvalidInputException with {@code BAD_PASSWORD}
	 */
	public static void check(String password, String email, String argument) {
		if (password.codePointCount(0, password.length()) < MIN_CHARACTERS) {
			throw refused(argument, "A password has at least " + MIN_CHARACTERS + " characters");
		}
		if (isTooLong(password)) {
			throw refused(argument, "A password has at most " + MAX_BYTES + " bytes in UTF-8");
		}
		if (password.strip().equalsIgnoreCase(email)) {
			throw refused(argument, "The e-mail address is no password");
		}
	}

	static boolean isTooLong(String password) {
		return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
	}

	private static InvalidInputException refused(String argument, String message) {
		return new InvalidInputException("BAD_PASSWORD", argument, message);
	}

}
