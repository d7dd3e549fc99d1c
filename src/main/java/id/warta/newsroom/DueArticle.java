package id.warta.newsroom;

import java.util.Objects;

import io.r2dbc.spi.Readable;

/**
 * An article that the timer has just changed.
 *
 * @param id its id
 * @param visible whether readers see it now
 */
record DueArticle(long id, boolean visible) {

	static DueArticle of(Readable row) {
		return new DueArticle(Objects.requireNonNull(row.get("id", Long.class)),
				Objects.requireNonNull(row.get("visible", Boolean.class)));
	}

}
