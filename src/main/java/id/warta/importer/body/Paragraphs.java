package id.warta.importer.body;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes paragraphs of blank lines and line breaks of the others, as WordPress does on
 * every view of an article that was written without blocks. Follows the rule of
 * {@code wpautop} in {@code wp-includes/formatting.php} (WordPress 6) step for step,
 * since articles were written against its every quirk.
 */
final class Paragraphs {

	private static final String BLOCK = "(?:table|thead|tfoot|tbody|caption|colgroup|col|tr|td|th|div|dl|dd|dt|ul|ol|li"
			+ "|pre|form|map|area|blockquote|address|math|style|p|h[1-6]|hr|fieldset|legend|section|article|aside"
			+ "|hgroup|header|footer|nav|figure|figcaption|details|menu|summary)";

	/**
	 * Stands for a line feed inside a tag. As in WordPress it ends the tag for the steps
	 * below; no XML text holds it.
	 */
	private static final String LINE_IN_TAG = " \uFFFE> ";

	/** Stands for a line feed inside an element that is kept as it is. */
	private static final String KEPT_LINE = "\uFFFD\uFFFE";

	private static final List<Step> BREAK_AROUND_BLOCKS = List.of(new Step("<br\\s*/?>\\s*<br\\s*/?>", "\n\n"),
			new Step("(<" + BLOCK + "[\\s/>])", "\n\n$1"), new Step("(</" + BLOCK + ">)", "$1\n\n"),
			new Step("(<hr\\s*?/?>)", "$1\n\n"), new Step("\r\n?", "\n"));

	private static final List<Step> JOIN_INSIDE = List.of(new Step("\\s*<option", "<option"),
			new Step("</option>\\s*", "</option>"));

	private static final List<Step> JOIN_OBJECTS = List.of(new Step("(<object[^>]*>)\\s*", "$1"),
			new Step("\\s*</object>", "</object>"), new Step("\\s*(</?(?:param|embed)[^>]*>)\\s*", "$1"));

	private static final List<Step> JOIN_SOURCES = List.of(new Step("([<\\[](?:audio|video)[^>\\]]*[>\\]])\\s*", "$1"),
			new Step("\\s*([<\\[]/(?:audio|video)[>\\]])", "$1"), new Step("\\s*(<(?:source|track)[^>]*>)\\s*", "$1"));

	private static final List<Step> JOIN_CAPTIONS = List.of(new Step("\\s*(<figcaption[^>]*>)", "$1"),
			new Step("</figcaption>\\s*", "</figcaption>"));

	private static final Pattern BLANK_LINES = Pattern.compile("\n\\s*\n");

	private static final List<Step> UNWRAP = List.of(new Step("<p>\\s*</p>", ""),
			new Step("<p>([^<]+)</(div|address|form)>", "<p>$1</p></$2>"),
			new Step("<p>\\s*(</?" + BLOCK + "[^>]*>)\\s*</p>", "$1"), new Step("<p>(<li.+?)</p>", "$1"),
			new Step("(?i)<p><blockquote([^>]*)>", "<blockquote$1><p>"),
			new Step("</blockquote></p>", "</p></blockquote>"), new Step("<p>\\s*(</?" + BLOCK + "[^>]*>)", "$1"),
			new Step("(</?" + BLOCK + "[^>]*>)\\s*</p>", "$1"));

	private static final Pattern VERBATIM = Pattern.compile("(?s)<(script|style|svg).*?</\\1>");

	private static final List<Step> BREAK_LINES = List.of(new Step("<br/?>", "<br />"),
			new Step("(?<!<br />)\\s*\n", "<br />\n"));

	private static final List<Step> TIDY = List.of(new Step("(</?" + BLOCK + "[^>]*>)\\s*<br />", "$1"),
			new Step("<br />(\\s*</?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)[^>]*>)", "$1"), new Step("\n</p>$", "</p>"));

	private final List<String> preformatted = new ArrayList<>();

	private Paragraphs() {
	}

	/**
	 * The text with its paragraphs; empty for a blank one.
	 */
	static String of(String text) {
		return text.isBlank() ? "" : new Paragraphs().paragraphs(text);
	}

	private String paragraphs(String text) {
		String html = all(BREAK_AROUND_BLOCKS, putPreformattedAside(text + "\n"));
		html = HtmlTokens.mapTags(html, (tag) -> tag.replace("\n", LINE_IN_TAG));
		html = joinLines(html);
		html = BLANK_LINES.splitAsStream(html)
			.filter((part) -> !part.isEmpty())
			.map((part) -> "<p>" + trimLines(part) + "</p>\n")
			.collect(Collectors.joining());
		html = all(UNWRAP, html);
		html = VERBATIM.matcher(html)
			.replaceAll((match) -> Matcher.quoteReplacement(match.group().replace("\n", KEPT_LINE)));
		html = all(TIDY, all(BREAK_LINES, html).replace(KEPT_LINE, "\n"));
		return putPreformattedBack(html).replace(LINE_IN_TAG, "\n").replace(LINE_IN_TAG.strip(), "\n");
	}

	private static String joinLines(String html) {
		String joined = html.contains("<option") ? all(JOIN_INSIDE, html) : html;
		joined = joined.contains("</object>") ? all(JOIN_OBJECTS, joined) : joined;
		joined = (joined.contains("<source") || joined.contains("<track")) ? all(JOIN_SOURCES, joined) : joined;
		return joined.contains("<figcaption") ? all(JOIN_CAPTIONS, joined) : joined;
	}

	private static String trimLines(String part) {
		return part.replaceAll("^\n+|\n+\\z", "");
	}

	private String putPreformattedAside(String text) {
		if (!text.contains("<pre")) {
			return text;
		}
		StringBuilder kept = new StringBuilder();
		int at = 0;
		for (int end = text.indexOf("</pre>"); end >= 0; end = text.indexOf("</pre>", at)) {
			int next = end + "</pre>".length();
			int start = text.indexOf("<pre", at);
			if (start < 0 || start > end) {
				kept.append(text, at, end);
			}
			else {
				kept.append(text, at, start).append(placeholder(this.preformatted.size()));
				this.preformatted.add(text.substring(start, next));
			}
			at = next;
		}
		return kept.append(text, at, text.length()).toString();
	}

	private String putPreformattedBack(String html) {
		String whole = html;
		for (int i = 0; i < this.preformatted.size(); i++) {
			whole = whole.replace(placeholder(i), this.preformatted.get(i));
		}
		return whole;
	}

	private static String placeholder(int number) {
		return "<pre \uFFFF" + number + "></pre>";
	}

	private static String all(List<Step> steps, String html) {
		String changed = html;
		for (Step step : steps) {
			changed = step.pattern.matcher(changed).replaceAll(step.replacement);
		}
		return changed;
	}

	private record Step(Pattern pattern, String replacement) {

		Step(String pattern, String replacement) {
			this(Pattern.compile(pattern, Pattern.UNIX_LINES), replacement);
		}

	}

}
