package id.warta.liveblog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the command line asks of the {@code live} command.
 *
 * @param action what is to be done
 * @param slug the article's slug
 * @param text what an entry says, as plain text
 * @param title an entry's headline
 * @param key whether an entry tells a turn of the story
 */
record LiveArguments(Action action, String slug, String text, @Nullable String title, boolean key) {

	private static final String TITLE = "--title";

	private static final LiveArguments NONE = new LiveArguments(Action.ADD, "", "", null, false);

	/**
	 * What can be done.
	 */
	enum Action {

		ADD, START, END

	}

	/**
	 * Reads them.
	 * @throws IllegalArgumentException if they make no sense
	 */
	static LiveArguments of(List<String> arguments) {
		Deque<String> rest = new ArrayDeque<>(arguments);
		LiveArguments read = NONE;
		while (!rest.isEmpty()) {
			read = read.with(rest.pop(), rest);
		}
		if (read.slug.isEmpty()) {
			throw new IllegalArgumentException("Which article? Give its slug");
		}
		if ((read.action == Action.ADD) == read.text.isEmpty()) {
			throw new IllegalArgumentException("Give either a text in quotation marks, or --start or --end");
		}
		return read;
	}

	private LiveArguments with(String argument, Deque<String> rest) {
		return switch (argument) {
			case "--start" -> new LiveArguments(Action.START, this.slug, this.text, this.title, this.key);
			case "--end" -> new LiveArguments(Action.END, this.slug, this.text, this.title, this.key);
			case "--key" -> new LiveArguments(this.action, this.slug, this.text, this.title, true);
			case TITLE -> withTitle(rest.isEmpty() ? "" : rest.pop());
			default -> argument.startsWith(TITLE + "=") ? withTitle(argument.substring(TITLE.length() + 1))
					: withWords(argument);
		};
	}

	private LiveArguments withTitle(String words) {
		if (words.isBlank()) {
			throw new IllegalArgumentException("'" + TITLE + "' needs a text");
		}
		return new LiveArguments(this.action, this.slug, this.text, words, this.key);
	}

	/** The slug first, then the text. */
	private LiveArguments withWords(String words) {
		if (this.slug.isEmpty() && !words.startsWith("-")) {
			return new LiveArguments(this.action, words, this.text, this.title, this.key);
		}
		if (this.text.isEmpty() && !words.startsWith("--")) {
			return new LiveArguments(this.action, this.slug, words, this.title, this.key);
		}
		throw new IllegalArgumentException("Don't know what '" + words + "' means");
	}

}
