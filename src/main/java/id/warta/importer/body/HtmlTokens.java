package id.warta.importer.body;

import java.util.function.UnaryOperator;

/**
 * Tells an HTML text's tags and comments from what stands between them, in the simple way
 * that WordPress does: a tag ends at the next {@code >}, a comment at its own end.
 */
final class HtmlTokens {

	private HtmlTokens() {
	}

	/**
	 * Changes every tag and comment, and leaves what stands between them as it is.
	 */
	static String mapTags(String html, UnaryOperator<String> change) {
		StringBuilder changed = new StringBuilder(html.length());
		int at = 0;
		for (int start = html.indexOf('<'); start >= 0; start = html.indexOf('<', at)) {
			changed.append(html, at, start);
			at = end(html, start);
			changed.append(change.apply(html.substring(start, at)));
		}
		return changed.append(html, at, html.length()).toString();
	}

	/**
	 * Where the tag or comment that begins at {@code start} ends; the end of the text for
	 * one that never does.
	 */
	static int end(String html, int start) {
		if (html.startsWith("<!--", start)) {
			return after(html, "-->", start + 4);
		}
		if (html.startsWith("<![CDATA[", start)) {
			return after(html, "]]>", start);
		}
		return after(html, ">", start);
	}

	private static int after(String html, String closing, int from) {
		int end = html.indexOf(closing, from);
		return (end >= 0) ? end + closing.length() : html.length();
	}

}
