package id.warta.platform;

import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Takes the markup out of texts. Letters, also invisible ones, stay as they are; white
 * space becomes single spaces.
 */
public final class PlainText {

	private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\x0B\\f\\r]+");

	private static final Pattern UNSTORABLE = Pattern
		.compile("\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]");

	private PlainText() {
	}

	/**
	 * One line of plain text, such as a title. May be empty.
	 */
	public static String line(String html) {
		boolean markup = html.indexOf('<') >= 0 || html.indexOf('&') >= 0;
		String text = markup ? Jsoup.parseBodyFragment(html).body().wholeText() : html;
		return SPACE.matcher(wellFormed(text)).replaceAll(" ").strip();
	}

	/**
	 * The text of sanitised HTML, a line for each of its blocks.
	 */
	public static String lines(String html) {
		StringBuilder text = new StringBuilder();
		Jsoup.parseBodyFragment(html).body().traverse(new Lines(text));
		return wellFormed(text.toString()).strip();
	}

	/**
	 * The text with a replacement character for whatever PostgreSQL cannot store: U+0000
	 * and halves of surrogates.
	 */
	public static String wellFormed(String text) {
		return UNSTORABLE.matcher(text).replaceAll("\uFFFD");
	}

	/**
	 * How many words a plain text has: what white space divides, if there is a letter or
	 * digit in it.
	 */
	public static int words(String text) {
		return (int) SPACE.splitAsStream(text)
			.filter((word) -> word.codePoints().anyMatch(Character::isLetterOrDigit))
			.count();
	}

	private record Lines(StringBuilder text) implements NodeVisitor {

		@Override
		public void head(Node node, int depth) {
			if (node instanceof TextNode words) {
				append(words.getWholeText());
			}
			else if (breaksLine(node)) {
				breakLine();
			}
		}

		@Override
		public void tail(Node node, int depth) {
			if (breaksLine(node)) {
				breakLine();
			}
		}

		private void append(String words) {
			String spaced = SPACE.matcher(words).replaceAll(" ");
			boolean needless = spaced.startsWith(" ") && (this.text.isEmpty() || endsWith(' ') || endsWith('\n'));
			this.text.append(needless ? spaced.substring(1) : spaced);
		}

		private void breakLine() {
			while (endsWith(' ')) {
				this.text.setLength(this.text.length() - 1);
			}
			if (!this.text.isEmpty() && !endsWith('\n')) {
				this.text.append('\n');
			}
		}

		private boolean endsWith(char character) {
			return !this.text.isEmpty() && this.text.charAt(this.text.length() - 1) == character;
		}

		private static boolean breaksLine(Node node) {
			return node instanceof Element element && (element.isBlock() || element.nameIs("br"));
		}

	}

}
