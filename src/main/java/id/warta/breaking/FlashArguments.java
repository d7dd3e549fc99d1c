package id.warta.breaking;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.springframework.boot.convert.DurationStyle;

/**
 * What the command line asks of the {@code flash} command.
 *
 * @param slug the article's slug
 * @param length for how long it is to be breaking news, two hours by default
 * @param end whether that is to end instead
 */
record FlashArguments(String slug, Duration length, boolean end) {

	private static final String FOR = "--for";

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofDays(365);

	private static final FlashArguments NONE = new FlashArguments("", Duration.ofHours(2), false);

	/**
	 * Reads them.
	 * @throws IllegalArgumentException if they make no sense
	 */
	static FlashArguments of(List<String> arguments) {
		Deque<String> rest = new ArrayDeque<>(arguments);
		FlashArguments read = NONE;
		while (!rest.isEmpty()) {
			read = read.with(rest.pop(), rest);
		}
		if (read.slug.isEmpty()) {
			throw new IllegalArgumentException("Which article? Give its slug");
		}
		return read;
	}

	private FlashArguments with(String argument, Deque<String> rest) {
		if (argument.equals("--end")) {
			return new FlashArguments(this.slug, this.length, true);
		}
		if (argument.equals(FOR)) {
			return new FlashArguments(this.slug, duration(rest.isEmpty() ? "" : rest.pop()), this.end);
		}
		if (argument.startsWith(FOR + "=")) {
			return new FlashArguments(this.slug, duration(argument.substring(FOR.length() + 1)), this.end);
		}
		if (argument.startsWith("-") || !this.slug.isEmpty()) {
			throw new IllegalArgumentException("Don't know what '" + argument + "' means");
		}
		return new FlashArguments(argument, this.length, this.end);
	}

	private static Duration duration(String text) {
		Duration length = parsed(text);
		if (length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0) {
			return length;
		}
		throw new IllegalArgumentException("'" + FOR + "' needs a time such as 90m or 2h, up to a year");
	}

	private static Duration parsed(String text) {
		try {
			return DurationStyle.detectAndParse(text);
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			return Duration.ZERO;
		}
	}

}
