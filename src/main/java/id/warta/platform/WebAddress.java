package id.warta.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Checks addresses that people give, before browsers are sent there.
 */
public final class WebAddress {

	private static final int LONGEST = 2000;

	private static final Set<String> SCHEMES = Set.of("http", "https");

	private WebAddress() {
	}

	/**
	 * An absolute address of the web.
	 * @param text what was given
	 * @param argument the argument's name, for the error
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is anything else
	 */
	public static String absolute(@Nullable String text, String argument) {
		String address = stripped(text);
		if (!isAbsolute(address)) {
			throw InvalidInputException.badArgument(argument,
					"'" + argument + "' must be an address that starts with http:// or https://, of at most " + LONGEST
							+ " characters");
		}
		return address;
	}

	/**
	 * An absolute address of the web, or a path of this site.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is anything else
	 */
	public static String absoluteOrPath(@Nullable String text, String argument) {
		String address = stripped(text);
		if (!isAbsolute(address) && !isPath(address)) {
			throw InvalidInputException.badArgument(argument, "'" + argument
					+ "' must be an address that starts with http:// or https://, or a path of this site that starts "
					+ "with a slash, of at most " + LONGEST + " characters");
		}
		return address;
	}

	private static String stripped(@Nullable String text) {
		return (text == null || text.length() > LONGEST) ? "" : text.strip();
	}

	private static boolean isAbsolute(String text) {
		URI address = parsed(text);
		return address != null && address.getScheme() != null
				&& SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT)) && address.getHost() != null
				&& address.getUserInfo() == null;
	}

	private static boolean isPath(String text) {
		return text.startsWith("/") && !text.startsWith("//") && parsed(text) != null;
	}

	private static @Nullable URI parsed(String text) {
		try {
			return new URI(text);
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
