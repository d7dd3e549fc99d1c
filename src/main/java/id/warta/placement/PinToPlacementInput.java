package id.warta.placement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import id.warta.platform.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * An article to pin.
 *
 * @param placementId the placement's global id
 * @param articleId the article's
 * @param position its place among the pinned articles, from 0; null for the last
 * @param startsAt from when on it stands there; null for now
 * @param endsAt when it goes; null if it stays
 */
record PinToPlacementInput(String placementId, String articleId, @Nullable Integer position,
		@Nullable OffsetDateTime startsAt, @Nullable OffsetDateTime endsAt) {

	/**
	 * From when on it stands there, to the microsecond, as PostgreSQL keeps it.
	 */
	Instant start(Instant now) {
		return micros((this.startsAt != null) ? this.startsAt.toInstant() : now);
	}

	/**
	 * When it goes; null if it stays.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if that isn't after its
	 * start
	 */
	@Nullable Instant end(Instant start) {
		Instant end = (this.endsAt != null) ? micros(this.endsAt.toInstant()) : null;
		if (end != null && !end.isAfter(start)) {
			throw InvalidInputException.badArgument("endsAt", "'endsAt' must be later than the start");
		}
		return end;
	}

	private static Instant micros(Instant moment) {
		return moment.truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * Its place among so many others.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is negative
	 */
	int place(int others) {
		if (this.position != null && this.position < 0) {
			throw InvalidInputException.badArgument("position", "'position' must not be negative");
		}
		return (this.position != null) ? Math.min(this.position, others) : others;
	}

}
