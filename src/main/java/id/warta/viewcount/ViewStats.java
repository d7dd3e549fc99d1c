package id.warta.viewcount;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import id.warta.platform.InvalidInputException;

/**
 * How often something was read in some days.
 *
 * @param scope what
 * @param id the article's or category's; 0 of the site
 * @param from the first day, in the site's time zone
 * @param to the last day
 */
record ViewStats(Scope scope, long id, LocalDate from, LocalDate to) {

	/** How many days may be asked for. */
	static final int MOST_DAYS = 366;

	/** How long hours are told apart, days ago. */
	static final int DAYS_WITH_HOURS = 31;

	/** The first of those days was another's yesterday. */
	static final Duration HOURS_KEPT = Duration.ofDays(DAYS_WITH_HOURS + 2);

	/** No calendar is asked for years that PostgreSQL doesn't know. */
	private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

	private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

	ViewStats {
		if (from.isBefore(FIRST)) {
			throw InvalidInputException.badArgument("from", "'from' is before " + FIRST);
		}
		if (to.isAfter(LAST)) {
			throw InvalidInputException.badArgument("to", "'to' is after " + LAST);
		}
		if (to.isBefore(from)) {
			throw InvalidInputException.badArgument("to", "'to' is before 'from'");
		}
		if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
			throw InvalidInputException.badArgument("to",
					"'to' is more than " + (MOST_DAYS - 1) + " days after 'from'");
		}
	}

	/**
	 * What may be read.
	 */
	enum Scope {

		/** All of the site's articles. */
		SITE,

		/** The articles that are filed in a category, or below. */
		CATEGORY,

		/** An article. */
		ARTICLE

	}

	Stream<LocalDate> days() {
		return this.from.datesUntil(this.to.plusDays(1));
	}

}
