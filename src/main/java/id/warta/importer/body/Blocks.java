package id.warta.importer.body;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The block editor's marks: comments around each block's HTML, of which the HTML is what
 * readers saw. A block without HTML of its own was filled in by WordPress on every view
 * (latest posts, archives, …) and cannot be brought along.
 */
final class Blocks {

	private static final Pattern DELIMITER = Pattern
		.compile("(?s)<!--\\s+(?<closing>/)?wp:(?<name>[a-z][a-z0-9_/-]*)\\s.*?(?<empty>/)?-->");

	private Blocks() {
	}

	/**
	 * Whether the text was written with the block editor; WordPress then makes no
	 * paragraphs of its own.
	 */
	static boolean in(String text) {
		return text.contains("<!-- wp:");
	}

	/**
	 * The text without the marks.
	 * @param empty is told the name of each block that held nothing
	 */
	static String strip(String text, Consumer<String> empty) {
		Matcher matcher = DELIMITER.matcher(text);
		return matcher.replaceAll((match) -> {
			if (matcher.group("empty") != null) {
				empty.accept(matcher.group("name"));
			}
			return "";
		});
	}

}
