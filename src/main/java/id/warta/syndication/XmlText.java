package id.warta.syndication;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Text in XML, which must not hold every character, even escaped.
 */
public final class XmlText {

	/** All but what XML 1.0 calls {@code Char}. */
	private static final Pattern ILLEGAL = Pattern
		.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

	private XmlText() {
	}

	/**
	 * The text with a replacement character for what XML can't hold.
	 */
	public static String legal(String text) {
		return ILLEGAL.matcher(text).replaceAll("\uFFFD");
	}

	/**
	 * The same, or null.
	 */
	static @Nullable String legalOrNull(@Nullable String text) {
		return (text != null) ? legal(text) : null;
	}

}
