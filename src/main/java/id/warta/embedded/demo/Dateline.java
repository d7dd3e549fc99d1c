package id.warta.embedded.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Writes days into texts: <code>{hari}</code> becomes a newspaper's "Minggu (3/8)",
 * <code>{tanggal}</code> becomes "3 Agustus", with <code>+1</code> or <code>-2</code>
 * that many days later or earlier.
 */
class Dateline {

	private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE (d/M)", INDONESIAN);

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM", INDONESIAN);

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(hari|tanggal)([+-]\\d+)?}");

	private final LocalDate day;

	/**
	 * Makes a dateline.
	 * @param time when the text is published
	 * @param zone where
	 */
	Dateline(Instant time, ZoneId zone) {
		this.day = LocalDate.ofInstant(time, zone);
	}

	String in(String text) {
		return PLACEHOLDER.matcher(text).replaceAll(this::text);
	}

	private String text(MatchResult placeholder) {
		LocalDate meant = this.day.plusDays(days(placeholder.group(2)));
		return meant.format("hari".equals(placeholder.group(1)) ? DAY : DATE);
	}

	private static long days(@Nullable String offset) {
		return (offset != null) ? Long.parseLong(offset) : 0;
	}

}
