package id.warta.importer.news;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that Indonesian newspapers print: a day, a month in letters
 * (Indonesian, short or long) or digits, a year, a time with colon or dot, in one of
 * Indonesia's three zones; whatever stands before it (a weekday, a newspaper's name,
 * "Diperbarui") and between its parts.
 */
final class IndonesianDate {

	private static final Pattern DATE = Pattern.compile(
			"(?iu)(\\d{1,2})[\\s/]+(\\p{L}{3,9}|\\d{1,2})[\\s/]+(\\d{4})[\\s,|]+(\\d{1,2})[.:](\\d{2})\\s*(WIB|WITA|WIT)");

	private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep",
			"okt", "nov", "des");

	private IndonesianDate() {
	}

	/**
	 * The instant, or {@code null} if the text holds no such date.
	 */
	static @Nullable Instant parse(String text) {
		Matcher matcher = DATE.matcher(text.replace('\u00a0', ' '));
		if (!matcher.find()) {
			return null;
		}
		try {
			return LocalDateTime
				.of(number(matcher, 3), month(matcher.group(2)), number(matcher, 1), number(matcher, 4),
						number(matcher, 5))
				.toInstant(zone(matcher.group(6)));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static int number(Matcher matcher, int group) {
		return Integer.parseInt(matcher.group(group));
	}

	/** A month that is none reads as 0, which no date has. */
	private static int month(String month) {
		return Character.isDigit(month.charAt(0)) ? Integer.parseInt(month)
				: 1 + MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT).replace("ags", "agu"));
	}

	private static ZoneOffset zone(String name) {
		return switch (name.toUpperCase(Locale.ROOT)) {
			case "WITA" -> ZoneOffset.ofHours(8);
			case "WIT" -> ZoneOffset.ofHours(9);
			default -> ZoneOffset.ofHours(7);
		};
	}

}
