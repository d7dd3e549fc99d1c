package id.warta.liveblog;

import id.warta.platform.HtmlSanitiser;
import id.warta.platform.InvalidInputException;
import id.warta.platform.PlainText;
import id.warta.platform.input.InputText;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes as an entry. It is cleaned, and refused with
 * {@link InvalidInputException} if nothing is left or it is too long.
 *
 * @param title a line of text, at most {@value #MAX_TITLE} characters; null for none
 * @param body HTML, at most {@value #MAX_HTML} characters; sanitised here
 * @param keyEvent whether it tells a turn of the story
 */
public record EntryText(@Nullable String title, String body, boolean keyEvent) {

	static final int MAX_TITLE = 300;

	static final int MAX_HTML = 50_000;

	public EntryText {
		title = line(title, "title");
		body = html(body, "body");
	}

	/**
	 * A headline; null if it is empty.
	 * @param argument the argument's name, for the error
	 */
	static @Nullable String line(@Nullable String title, String argument) {
		String line = (title != null) ? PlainText.line(InputText.noLonger(title, MAX_TITLE, argument)) : "";
		return line.isEmpty() ? null : line;
	}

	/**
	 * The HTML that may be shown.
	 * @param argument the argument's name, for the error
	 */
	static String html(String html, String argument) {
		String clean = HtmlSanitiser.clean(InputText.noLonger(html, MAX_HTML, argument));
		if (clean.isBlank()) {
			throw InvalidInputException.badArgument(argument, "'" + argument + "' is empty");
		}
		return clean;
	}

}
