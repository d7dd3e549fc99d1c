package id.warta.comment.submission;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds words that are blocked, as whole words or phrases, however they are written: in
 * upper or lower case, with accents, in full-width letters, with invisible characters in
 * between.
 */
final class BlockedWords {

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}]");

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

	private BlockedWords() {
	}

	/**
	 * Whether one of the words is in one of the texts.
	 */
	static boolean anyIn(Collection<String> words, String... texts) {
		if (words.isEmpty()) {
			return false;
		}
		String haystack = Stream.of(texts).map(BlockedWords::plain).collect(Collectors.joining("|"));
		return words.stream().map(BlockedWords::plain).filter((word) -> !word.isBlank()).anyMatch(haystack::contains);
	}

	/** Words with a space before and behind each. */
	private static String plain(String text) {
		String letters = INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		return " " + BETWEEN.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
	}

}
