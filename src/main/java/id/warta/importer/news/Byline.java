package id.warta.importer.news;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits the bylines of Indonesian newspapers into authors: commas divide them, and what
 * follows the last dash is the section that they work for. A newsroom that signs as
 * itself ({@code Tim detikcom -detikTravel}) is one author.
 */
final class Byline {

	private static final Pattern SECTION = Pattern.compile("\\s+-\\s*[\\p{L}\\d]+$");

	private Byline() {
	}

	/**
	 * The authors' names in order, each once; empty for an empty byline.
	 */
	static List<String> authors(String byline) {
		String names = SECTION.matcher(byline.replace('\u00a0', ' ').strip()).replaceFirst("");
		return Arrays.stream(names.split(","))
			.map((name) -> name.strip().replaceAll("\\s+", " "))
			.filter((name) -> !name.isEmpty())
			.distinct()
			.toList();
	}

}
