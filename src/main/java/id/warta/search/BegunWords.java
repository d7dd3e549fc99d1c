package id.warta.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import id.warta.platform.InvalidInputException;

/**
 * Words of which the last is only begun, in lower case and without accents, as the
 * documents have them.
 *
 * @param words the words, at most {@value #MAX_WORDS}
 */
record BegunWords(List<String> words) {

	static final int MAX_LENGTH = 100;

	private static final int MAX_WORDS = 10;

	private static final int LEAST = 2;

	private static final Pattern APOSTROPHES = Pattern.compile("['`\u00B4\u2018\u2019\u02BB\u02BC\\p{M}]");

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}]+");

	/**
	 * Reads what somebody has typed so far.
	 * @throws InvalidInputException if it is too long
	 */
	static BegunWords of(String typed) {
		if (typed.length() > MAX_LENGTH) {
			throw InvalidInputException.badArgument("prefix",
					"'prefix' may have %d characters at most".formatted(MAX_LENGTH));
		}
		String spaced = spaced(typed).strip();
		List<String> words = spaced.isEmpty() ? List.of() : List.of(spaced.split(" "));
		return new BegunWords(words.subList(Math.max(0, words.size() - MAX_WORDS), words.size()));
	}

	/**
	 * A text's words, with a space in front of each.
	 */
	static String spaced(String text) {
		String plain = APOSTROPHES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		return (" " + BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ")).replace("  ", " ");
	}

	/**
	 * Whether it is too little to suggest anything.
	 */
	boolean isTooShort() {
		return this.words.isEmpty() || (this.words.size() == 1 && this.words.get(0).length() < LEAST);
	}

	/**
	 * Whether a name, as {@link #spaced} has it, has these words in this order, one after
	 * the other.
	 */
	boolean begin(String spaced) {
		return spaced.contains(" " + String.join(" ", this.words));
	}

}
