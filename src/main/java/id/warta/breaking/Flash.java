package id.warta.breaking;

import java.time.Instant;
import java.util.Objects;

import io.r2dbc.spi.Readable;

/**
 * An article's time as breaking news.
 *
 * @param articleId the article
 * @param title its headline
 * @param revision its revision
 * @param until when it ends, or has ended
 * @param prolonged whether it was breaking news before
 */
public record Flash(long articleId, String title, int revision, Instant until, boolean prolonged) {

	static Flash of(Readable row) {
		return new Flash(Objects.requireNonNull(row.get("id", Long.class)),
				Objects.requireNonNull(row.get("title", String.class)),
				Objects.requireNonNull(row.get("revision", Integer.class)),
				Objects.requireNonNull(row.get("until", Instant.class)),
				Objects.requireNonNull(row.get("prolonged", Boolean.class)));
	}

}
