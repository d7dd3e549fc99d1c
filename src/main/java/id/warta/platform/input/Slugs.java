package id.warta.platform.input;

import java.util.regex.Pattern;

import com.ibm.icu.text.Transliterator;
import id.warta.platform.InvalidInputException;
import id.warta.platform.PlainText;

/**
 * Makes slugs, the readable parts of addresses: lower-case words of {@code a} to
 * {@code z} and digits with single dashes between them, whatever script a name is written
 * in. The tables for the scripts are read when the class is first used, which takes most
 * of a second; a node does so as it starts ({@link SlugTables}).
 */
public final class Slugs {

	/** In characters. */
	public static final int LONGEST = 100;

	/** What a text is called that has nothing to make a slug of. */
	static final String NEUTRAL = "item";

	/** Enough text for the longest slug. */
	private static final int READ = 500;

	/** Threads may share it. */
	private static final Transliterator LATIN = Transliterator
		.getInstance("Any-Latin; Latin-ASCII; NFKD; [:Nonspacing Mark:] Remove; Lower");

	private static final String SCRIPTS = "aбعא中あア한αहবகతกაաမ";

	private static final Pattern WITHIN_WORDS = Pattern.compile("['\"`’‘ʹʺʼʾʿ]");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

	private static final Pattern AT_ENDS = Pattern.compile("^-+|-+$");

	private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	static {
		LATIN.transliterate(SCRIPTS);
	}

	private Slugs() {
	}

	/**
	 * The slug of a title or a name: at most {@value #LONGEST} characters, cut between
	 * words where that is possible; never empty.
	 */
	public static String of(String text) {
		return of(text, NEUTRAL);
	}

	/**
	 * The slug of a title or a name, or what is to be said instead of one that would be
	 * empty.
	 */
	public static String of(String text, String otherwise) {
		String latin = LATIN.transliterate(PlainText.wellFormed(text.substring(0, Math.min(READ, text.length()))));
		String words = BETWEEN_WORDS.matcher(WITHIN_WORDS.matcher(latin).replaceAll("")).replaceAll("-");
		String slug = cut(AT_ENDS.matcher(words).replaceAll(""), LONGEST);
		return slug.isEmpty() ? otherwise : slug;
	}

	/**
	 * A slug for one more of those that would have the same one, no longer than others.
	 * @param slug what {@link #of} gave
	 * @param number 2 for the second, and so on
	 */
	public static String numbered(String slug, int number) {
		String suffix = "-" + number;
		return cut(slug, LONGEST - suffix.length()) + suffix;
	}

	/**
	 * Refuses a slug that somebody gives if it isn't of the form of those that are made
	 * here.
	 * @param argument the argument's name, for the error
	 * @return the slug
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}
	 */
	public static String checked(String slug, String argument) {
		if (slug.length() > LONGEST || !FORM.matcher(slug).matches()) {
			throw InvalidInputException.badArgument(argument, "'" + argument
					+ "' must be words of the letters a to z and digits with single dashes between them, of at most "
					+ LONGEST + " characters");
		}
		return slug;
	}

	private static String cut(String slug, int longest) {
		if (slug.length() <= longest) {
			return slug;
		}
		int dash = slug.lastIndexOf('-', longest);
		return slug.substring(0, (dash > 0) ? dash : longest);
	}

}
