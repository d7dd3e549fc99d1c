package id.warta.platform;

import java.time.Duration;

/**
 * A stretch of time that ends now, for lists of what went on in it.
 */
public enum Period {

	/** The last 60 minutes. */
	HOUR(Duration.ofHours(1)),

	/** The last 24 hours. */
	DAY(Duration.ofDays(1)),

	/** The last 7 days. */
	WEEK(Duration.ofDays(7)),

	/** The last 30 days. */
	MONTH(Duration.ofDays(30));

	private final Duration length;

	Period(Duration length) {
		this.length = length;
	}

	public Duration length() {
		return this.length;
	}

}
