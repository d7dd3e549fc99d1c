package id.warta.importer.news;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repairs UTF-8 that was read as Latin-1. Only a text that holds C1 control characters is
 * touched, which nobody writes on purpose, and only those letters in it that are UTF-8's
 * bytes.
 */
final class Mojibake {

	private static final Pattern CONTROL = Pattern.compile("[\u0080-\u009F]");

	private static final Pattern BYTES = Pattern.compile(
			"[\u00C2-\u00DF][\u0080-\u00BF]" + "|[\u00E0-\u00EF][\u0080-\u00BF]{2}|[\u00F0-\u00F4][\u0080-\u00BF]{3}");

	private Mojibake() {
	}

	static boolean in(String text) {
		return CONTROL.matcher(text).find();
	}

	/**
	 * The text as it was meant; as it is, if it was not garbled.
	 */
	static String repair(String text) {
		return in(text) ? BYTES.matcher(text).replaceAll(Mojibake::decode) : text;
	}

	private static String decode(MatchResult match) {
		byte[] bytes = match.group().getBytes(StandardCharsets.ISO_8859_1);
		try {
			String decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return Matcher.quoteReplacement(decoded);
		}
		catch (CharacterCodingException ex) {
			return match.group();
		}
	}

}
