package id.warta.article;

import java.util.Map;
import java.util.Objects;

import io.r2dbc.spi.Readable;

/**
 * An article that the timer has just changed.
 *
 * @param id its id
 * @param revision its revision, which the timer doesn't change
 * @param visible whether readers see it now
 */
record DueArticle(long id, int revision, boolean visible) {

	static DueArticle of(Readable row) {
		return new DueArticle(Objects.requireNonNull(row.get("id", Long.class)),
				Objects.requireNonNull(row.get("revision", Integer.class)),
				Objects.requireNonNull(row.get("visible", Boolean.class)));
	}

	Map<String, ?> payload() {
		return Map.of("revision", this.revision);
	}

}
