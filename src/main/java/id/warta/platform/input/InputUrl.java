package id.warta.platform.input;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

import id.warta.platform.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * An address in a mutation's input, without the white space around it. Nothing that a
 * browser would run, or take for another address than it looks like.
 */
public final class InputUrl {

	private static final int MAX_LENGTH = 2000;

	private static final Set<String> WEB = Set.of("http", "https");

	private static final Set<String> CALLING = Set.of("mailto", "tel");

	private InputUrl() {
	}

	/**
	 * An absolute address of the web: {@code http} or {@code https}, with a host and
	 * without a user's name.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is none
	 */
	public static String absolute(@Nullable String text, String field) {
		URI address = parsed(stripped(text), field);
		if (!isWeb(address)) {
			throw InvalidInputException.badArgument(field,
					"'" + field + "' must be an absolute address that begins with http:// or https://");
		}
		return address.toString();
	}

	/**
	 * A path of the site, or an absolute address of the web.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is neither
	 */
	public static String target(@Nullable String text, String field) {
		String bare = stripped(text);
		return isPath(bare) ? pathOf(bare, field) : absolute(bare, field);
	}

	/**
	 * What a link may lead to: a path of the site, an absolute address of the web, a mail
	 * address, a telephone.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is none of these
	 */
	public static String link(@Nullable String text, String field) {
		String bare = stripped(text);
		return CALLING.contains(scheme(bare)) ? parsed(bare, field).toString() : target(bare, field);
	}

	/**
	 * Whether it is meant as a path of the site.
	 */
	public static boolean isPath(String text) {
		return text.startsWith("/");
	}

	/** Browsers take a second slash, or a backslash, for the beginning of a host. */
	private static String pathOf(String text, String field) {
		parsed(text, field);
		if (text.startsWith("//")) {
			throw InvalidInputException.badArgument(field, "'" + field + "' must begin with one slash alone");
		}
		return text;
	}

	private static String stripped(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	private static URI parsed(String text, String field) {
		try {
			if (text.length() <= MAX_LENGTH) {
				return new URI(text);
			}
		}
		catch (URISyntaxException ex) {
			// refused below
		}
		throw InvalidInputException.badArgument(field,
				"'" + field + "' must be an address of at most " + MAX_LENGTH + " characters, properly encoded");
	}

	private static boolean isWeb(URI address) {
		return address.getScheme() != null && WEB.contains(address.getScheme().toLowerCase(Locale.ROOT))
				&& address.getHost() != null && address.getRawUserInfo() == null;
	}

	private static String scheme(String text) {
		int colon = text.indexOf(':');
		return (colon > 0) ? text.substring(0, colon).toLowerCase(Locale.ROOT) : "";
	}

}
