package id.warta.site;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

import org.springframework.stereotype.Component;

/**
 * Dates as people read them, in any language that CLDR knows. ICU's data, and not the
 * JDK's, so that every JDK gives the same text.
 */
@Component
class DateTexts {

	/** How many formats are kept; the languages that readers ask for are few. */
	private static final int KEPT = 200;

	private static final Duration LONG_AGO = Duration.ofDays(7);

	private final InstantSource clock;

	private final Map<Key, DateFormat> formats = new ConcurrentHashMap<>();

	DateTexts(InstantSource clock) {
		this.clock = clock;
	}

	private record Key(Locale locale, ZoneId zone, DateStyle style) {

	}

	/**
	 * A text of a date.
	 * @param instant the date
	 * @param zone the time zone that readers see it in
	 * @param locale their language
	 * @param style how long
	 */
	String text(Instant instant, ZoneId zone, Locale locale, DateStyle style) {
		Duration age = Duration.between(instant, this.clock.instant());
		if (style == DateStyle.RELATIVE && age.abs().compareTo(LONG_AGO) < 0) {
			return relative(age, locale);
		}
		DateFormat format = (DateFormat) format(new Key(locale, zone, style)).clone();
		return format.format(Date.from(instant));
	}

	private DateFormat format(Key key) {
		DateFormat kept = this.formats.get(key);
		if (kept != null) {
			return kept;
		}
		DateFormat made = DateFormat.getInstanceForSkeleton(key.style().skeleton(), ULocale.forLocale(key.locale()));
		made.setTimeZone(TimeZone.getTimeZone(key.zone().getId()));
		if (this.formats.size() < KEPT) {
			this.formats.put(key, made);
		}
		return made;
	}

	private static String relative(Duration age, Locale locale) {
		RelativeDateTimeFormatter format = RelativeDateTimeFormatter.getInstance(ULocale.forLocale(locale));
		Duration away = age.abs();
		Direction direction = age.isNegative() ? Direction.NEXT : Direction.LAST;
		if (away.toMinutes() == 0) {
			return format.format(Direction.PLAIN, RelativeDateTimeFormatter.AbsoluteUnit.NOW);
		}
		if (away.toHours() == 0) {
			return format.format(away.toMinutes(), direction, RelativeUnit.MINUTES);
		}
		return (away.toDays() == 0) ? format.format(away.toHours(), direction, RelativeUnit.HOURS)
				: format.format(away.toDays(), direction, RelativeUnit.DAYS);
	}

}
