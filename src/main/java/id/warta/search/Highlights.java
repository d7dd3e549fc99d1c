package id.warta.search;

import org.springframework.web.util.HtmlUtils;

/**
 * Makes HTML of texts in which PostgreSQL has marked words. Its marks are characters that
 * texts don't have; they become {@code <mark>}, and all else is escaped.
 */
final class Highlights {

	/** Of Unicode's private use, and taken out of texts before they are marked. */
	static final String START = "\uE000";

	static final String STOP = "\uE001";

	/** How to mark a title: all of it is kept. */
	static final String TITLE = "StartSel=\"%s\", StopSel=\"%s\", HighlightAll=true".formatted(START, STOP);

	/** How to mark a text: two pieces with what is around the words. */
	static final String BODY = """
			StartSel="%s", StopSel="%s", MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=" … \""""
		.formatted(START, STOP);

	private Highlights() {
	}

	static boolean hasMarks(String marked) {
		return marked.contains(START);
	}

	/**
	 * The text as HTML, with {@code <mark>} and no other element.
	 */
	static String html(String marked) {
		return HtmlUtils.htmlEscape(marked, "UTF-8").replace(START, "<mark>").replace(STOP, "</mark>");
	}

}
