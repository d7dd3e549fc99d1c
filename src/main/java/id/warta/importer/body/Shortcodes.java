package id.warta.importer.body;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds the shortcodes of a text and puts their HTML in their places, by the rules of
 * WordPress's shortcode API ({@code wp-includes/shortcodes.php}): a name that nobody
 * knows stays as it stands, doubled brackets are the escape, tags' own attributes are no
 * place for them, and one that is alone in a paragraph takes the paragraph's place.
 */
final class Shortcodes {

	private static final Pattern OPENING = Pattern.compile("\\[([a-zA-Z][\\w-]*)([^\\]]*)\\]");

	private final Map<String, Function<Shortcode, String>> known;

	Shortcodes(Map<String, Function<Shortcode, String>> known) {
		this.known = known;
	}

	/**
	 * The text with all known shortcodes rendered.
	 */
	String render(String html) {
		if (html.indexOf('[') < 0) {
			return html;
		}
		StringBuilder rendered = new StringBuilder(html.length());
		int at = 0;
		for (int next = next(html, 0); next < html.length(); next = next(html, at)) {
			rendered.append(html, at, next);
			at = (html.charAt(next) == '<') ? tag(html, next, rendered) : shortcode(html, next, rendered);
		}
		return rendered.append(html, at, html.length()).toString();
	}

	private static int next(String html, int from) {
		int tag = html.indexOf('<', from);
		int bracket = html.indexOf('[', from);
		return Math.min((tag < 0) ? html.length() : tag, (bracket < 0) ? html.length() : bracket);
	}

	private static int tag(String html, int start, StringBuilder rendered) {
		int end = HtmlTokens.end(html, start);
		rendered.append(html, start, end);
		return end;
	}

	private int shortcode(String html, int start, StringBuilder rendered) {
		Matcher opening = OPENING.matcher(html).region(start, html.length());
		if (html.startsWith("[[", start) && opening.region(start + 1, html.length()).lookingAt()
				&& this.known.containsKey(opening.group(1)) && html.startsWith("]", opening.end())) {
			rendered.append(opening.group());
			return opening.end() + 1;
		}
		Function<Shortcode, String> renderer = opening.region(start, html.length()).lookingAt()
				? this.known.get(opening.group(1)) : null;
		if (renderer == null) {
			rendered.append('[');
			return start + 1;
		}
		return known(html, opening, renderer, rendered);
	}

	private static int known(String html, Matcher opening, Function<Shortcode, String> renderer,
			StringBuilder rendered) {
		String arguments = opening.group(2);
		boolean selfClosed = arguments.endsWith("/");
		String closing = "[/" + opening.group(1) + "]";
		int closed = selfClosed ? -1 : html.indexOf(closing, opening.end());
		String content = (closed < 0) ? null : html.substring(opening.end(), closed);
		int end = (closed < 0) ? opening.end() : closed + closing.length();
		Shortcode shortcode = parse(opening.group(1), arguments, content, selfClosed);
		return placeAlone(html, end, renderer.apply(shortcode), rendered);
	}

	private static Shortcode parse(String name, String arguments, @Nullable String content, boolean selfClosed) {
		String given = selfClosed ? arguments.substring(0, arguments.length() - 1) : arguments;
		return Shortcode.parse(name, given, content);
	}

	/** Drops the paragraph around a shortcode that is alone in it. */
	private static int placeAlone(String html, int end, String replacement, StringBuilder rendered) {
		int from = rendered.length();
		while (from > 0 && Character.isWhitespace(rendered.charAt(from - 1))) {
			from--;
		}
		int to = end;
		while (to < html.length() && Character.isWhitespace(html.charAt(to))) {
			to++;
		}
		boolean alone = from >= 3 && rendered.substring(from - 3, from).equals("<p>") && html.startsWith("</p>", to);
		if (alone) {
			rendered.setLength(from - 3);
		}
		rendered.append(replacement);
		return alone ? to + "</p>".length() : end;
	}

}
