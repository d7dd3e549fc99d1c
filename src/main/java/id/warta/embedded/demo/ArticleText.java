package id.warta.embedded.demo;

import org.jsoup.nodes.Element;

/**
 * A body, and what is derived from it as for every other article.
 *
 * @param body HTML
 * @param plainText a line for each block
 * @param readingMinutes at 200 words a minute
 */
record ArticleText(String body, String plainText, int wordCount, int readingMinutes) {

	private static final int WORDS_A_MINUTE = 200;

	static ArticleText of(Element body) {
		// the files have a line for each block already
		String plainText = body.wholeText().strip();
		int words = plainText.split("\\s+").length;
		return new ArticleText(body.html().strip(), plainText, words, (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
	}

}
