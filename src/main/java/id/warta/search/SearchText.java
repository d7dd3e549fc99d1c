package id.warta.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.warta.platform.InvalidInputException;

/**
 * What somebody typed into the search box, in the syntax of PostgreSQL's
 * {@code websearch_to_tsquery}: words, "words in quotation marks" that stand next to each
 * other as they are, {@code -word} for what is not wanted, {@code or} between
 * alternatives. Whatever else there is, such as a quotation mark without its other half,
 * is no error.
 *
 * @param query as it was typed
 * @param terms its parts, in their order; those without a letter or digit are left out
 */
record SearchText(String query, List<SearchTerm> terms) {

	static final int MAX_LENGTH = 300;

	static final int MAX_TERMS = 30;

	private static final Pattern QUOTATION_MARKS = Pattern.compile("[\u201C\u201D\u201E\u00AB\u00BB]");

	/** Each alternative begins with another character, so that nothing is tried twice. */
	private static final Pattern PART = Pattern.compile("(-*)(?:\"([^\"]*+)\"?+|([^\\s\"\\-][^\\s\"]*+))");

	/**
	 * Reads a query.
	 * @throws InvalidInputException if it is longer, or has more parts, than a search may
	 * have
	 */
	static SearchText of(String query) {
		if (query.length() > MAX_LENGTH) {
			throw InvalidInputException.badArgument("query",
					"'query' may have %d characters at most".formatted(MAX_LENGTH));
		}
		List<SearchTerm> terms = new ArrayList<>();
		Matcher part = PART.matcher(QUOTATION_MARKS.matcher(query).replaceAll("\""));
		int group = 0;
		while (part.find()) {
			if ("or".equalsIgnoreCase(part.group(3)) && part.group(1).isEmpty()) {
				group++;
			}
			else if (holdsWord(text(part))) {
				terms.add(term(part, group));
			}
		}
		if (terms.size() > MAX_TERMS) {
			throw InvalidInputException.badArgument("query", "'query' may have %d words at most".formatted(MAX_TERMS));
		}
		return new SearchText(query, List.copyOf(terms));
	}

	private static SearchTerm term(Matcher part, int group) {
		boolean quoted = part.group(2) != null;
		return new SearchTerm(text(part), part.start(quoted ? 2 : 3), group, !part.group(1).isEmpty(), quoted);
	}

	private static String text(Matcher part) {
		return (part.group(2) != null) ? part.group(2) : part.group(3);
	}

	private static boolean holdsWord(String text) {
		return text.codePoints().anyMatch(Character::isLetterOrDigit);
	}

	/**
	 * Whether nothing is looked for: there are no words, or all are excluded.
	 */
	boolean isEmpty() {
		return this.terms.stream().allMatch(SearchTerm::excluded);
	}

	/**
	 * The terms as the functions {@code search_query} and {@code search_spelling} take
	 * them.
	 */
	Map<String, Object> parameters() {
		return Map.of("words", values(SearchTerm::text, String[]::new), "groups",
				values(SearchTerm::group, Integer[]::new), "excluded", values(SearchTerm::excluded, Boolean[]::new),
				"exact", values(SearchTerm::exact, Boolean[]::new));
	}

	private <T> T[] values(Function<SearchTerm, T> value, java.util.function.IntFunction<T[]> array) {
		return this.terms.stream().map(value).toArray(array);
	}

	/**
	 * The query with other words in place of its terms.
	 * @param words one for each term
	 */
	String with(List<String> words) {
		StringBuilder other = new StringBuilder(this.query);
		for (int i = this.terms.size() - 1; i >= 0; i--) {
			other.replace(this.terms.get(i).start(), this.terms.get(i).end(), words.get(i));
		}
		return other.toString();
	}

}
