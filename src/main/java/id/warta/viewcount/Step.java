package id.warta.viewcount;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import id.warta.platform.Period;

/**
 * How long the buckets are in which views are remembered by time.
 */
enum Step {

	/** Five minutes, for the last hour. */
	MINUTES(Duration.ofMinutes(5)),

	/** For the last day. */
	HOUR(Duration.ofHours(1)),

	/** A day in the site's time zone, for all that is longer. */
	DAY(Duration.ofDays(1));

	private final Duration length;

	Step(Duration length) {
		this.length = length;
	}

	/**
	 * The one that a period's views are counted by.
	 */
	static Step of(Period period) {
		return switch (period) {
			case HOUR -> MINUTES;
			case DAY -> HOUR;
			case WEEK, MONTH -> DAY;
		};
	}

	long seconds() {
		return this.length.toSeconds();
	}

	/**
	 * When the bucket began that a moment is in.
	 * @param zone the site's
	 */
	Instant floor(Instant moment, ZoneId zone) {
		if (this == DAY) {
			return LocalDate.ofInstant(moment, zone).atStartOfDay(zone).toInstant();
		}
		return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds()) * seconds());
	}

}
