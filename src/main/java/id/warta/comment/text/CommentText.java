package id.warta.comment.text;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.InputText;

/**
 * What somebody wrote, and what readers are shown of it.
 *
 * @param source Markdown, as it was written
 * @param html sanitised HTML
 * @param plain the text without markup
 * @param links how many links there are
 */
public record CommentText(String source, String html, String plain, int links) {

	/** How many characters it may have. */
	public static final int MAX_LENGTH = 5_000;

	/** How many links it may have at most, whatever the site's rules say. */
	public static final int MAX_LINKS = 20;

	/**
	 * Reads what somebody wrote.
	 * @param argument the argument's name, for the error
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if there is nothing to read
	 * in it, it is too long, has too many links, or nests too deep
	 */
	public static CommentText of(String text, String argument) {
		String source = InputText.optional(text, MAX_LENGTH, argument);
		if (source == null) {
			throw InvalidInputException.badArgument(argument, "'" + argument + "' must not be blank");
		}
		CommentText read = CommentMarkdown.render(source, argument);
		if (read.plain().isBlank()) {
			throw InvalidInputException.badArgument(argument, "There is nothing to read in '" + argument + "'");
		}
		if (read.links() > MAX_LINKS) {
			throw InvalidInputException.badArgument(argument,
					"'" + argument + "' has more than " + MAX_LINKS + " links");
		}
		return read;
	}

}
