package id.warta.site;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

/**
 * Dates and lengths of time in one language and time zone. Making one reads files.
 */
class DateWords {

	private static final Duration LONG_AGO = Duration.ofDays(7);

	private final Map<DateStyle, DateFormat> formats = new EnumMap<>(DateStyle.class);

	/** What readers in Indonesian and English are used to; CLDR has no words for it. */
	private static final Map<String, String> READING = Map.of("id", "%s baca", "en", "%s read");

	private final RelativeDateTimeFormatter relative;

	private final MeasureFormat lengths;

	private final String reading;

	DateWords(Locale locale, ZoneId zone) {
		ULocale language = ULocale.forLocale(locale);
		for (DateStyle style : DateStyle.values()) {
			DateFormat format = DateFormat.getInstanceForSkeleton(style.skeleton(), language);
			format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
			format.format(new Date(0));
			this.formats.put(style, format);
		}
		this.relative = RelativeDateTimeFormatter.getInstance(language);
		ago(Duration.ofMinutes(1));
		boolean english = language.getLanguage().equals("en");
		this.lengths = MeasureFormat.getInstance(language, english ? FormatWidth.SHORT : FormatWidth.WIDE);
		this.reading = READING.getOrDefault(language.getLanguage(), "%s");
		readingTime(1);
	}

	/**
	 * How long a text takes to read. In languages other than Indonesian and English it is
	 * the time alone.
	 */
	String readingTime(int minutes) {
		return this.reading.formatted(this.lengths.format(new Measure(minutes, MeasureUnit.MINUTE)));
	}

	/**
	 * A text of a date.
	 * @param instant the date
	 * @param now against which it is relative
	 * @param style how long
	 */
	String text(Instant instant, Instant now, DateStyle style) {
		Duration age = Duration.between(instant, now);
		return (style == DateStyle.RELATIVE && age.abs().compareTo(LONG_AGO) < 0) ? ago(age) : format(instant, style);
	}

	/** ICU's formats are not safe for several threads. */
	private String format(Instant instant, DateStyle style) {
		DateFormat own = (DateFormat) Objects.requireNonNull(this.formats.get(style)).clone();
		return own.format(Date.from(instant));
	}

	private String ago(Duration age) {
		Duration away = age.abs();
		Direction direction = age.isNegative() ? Direction.NEXT : Direction.LAST;
		if (away.toMinutes() == 0) {
			return this.relative.format(Direction.PLAIN, AbsoluteUnit.NOW);
		}
		if (away.toHours() == 0) {
			return this.relative.format(away.toMinutes(), direction, RelativeUnit.MINUTES);
		}
		return (away.toDays() == 0) ? this.relative.format(away.toHours(), direction, RelativeUnit.HOURS)
				: this.relative.format(away.toDays(), direction, RelativeUnit.DAYS);
	}

}
