package id.warta.article;

import id.warta.platform.PlainText;

/**
 * An article's text, and what is derived from it.
 *
 * @param body sanitised HTML
 * @param readingMinutes at 200 words a minute, at least 1 if there is a word
 */
public record ArticleText(String body, String plainText, int wordCount, int readingMinutes) {

	private static final int WORDS_A_MINUTE = 200;

	public static ArticleText of(String body) {
		String plainText = PlainText.lines(body);
		int words = PlainText.words(plainText);
		return new ArticleText(body, plainText, words, (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
	}

}
