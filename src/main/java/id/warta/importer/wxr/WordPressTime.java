package id.warta.importer.wxr;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Reads an export's dates. WordPress writes each date up to three times, and any of the
 * three may be zeros, broken or missing; the one in GMT is the surest, then the one by
 * the site's clock, then the feed's.
 *
 * @param zone the site's clock, which an export does not tell
 */
public record WordPressTime(ZoneId zone) {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss xx",
			Locale.ENGLISH);

	/**
	 * When the item was, or is to be, published; {@code null} if none of its dates can be
	 * read.
	 */
	public @Nullable Instant published(WxrItem item) {
		Instant published = of(item.dateGmt(), item.date());
		return (published != null) ? published : rfc822(item.pubDate());
	}

	/**
	 * When the item was last changed, or {@code null} where the export does not say it.
	 */
	public @Nullable Instant modified(WxrItem item) {
		return stamp(item.modifiedGmt(), ZoneOffset.UTC);
	}

	/**
	 * When the comment was written, or {@code null}.
	 */
	public @Nullable Instant written(WxrComment comment) {
		return of(comment.dateGmt(), comment.date());
	}

	private @Nullable Instant of(String gmt, String local) {
		Instant instant = stamp(gmt, ZoneOffset.UTC);
		return (instant != null) ? instant : stamp(local, this.zone);
	}

	private static @Nullable Instant stamp(String text, ZoneId zone) {
		try {
			return sane(LocalDateTime.parse(text, STAMP).atZone(zone).toInstant());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * A feed's date without regard to its weekday, or {@code null}.
	 */
	static @Nullable Instant rfc822(String text) {
		try {
			return sane(OffsetDateTime.parse(text.replaceFirst("^\\p{Alpha}+,\\s*", ""), RFC_822).toInstant());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** Years before 1 and after 9999 are WordPress's zeros and slips of the pen. */
	private static @Nullable Instant sane(Instant instant) {
		int year = instant.atZone(ZoneOffset.UTC).getYear();
		return (year >= 1 && year <= 9999) ? instant : null;
	}

}
