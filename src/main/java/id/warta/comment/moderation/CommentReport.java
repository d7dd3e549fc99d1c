package id.warta.comment.moderation;

import java.time.Instant;

import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * What a reader finds wrong with a comment. Who they are is not known.
 *
 * @param reason what kind of thing
 * @param note in their words
 * @param reportedAt when they said so
 * @param reviewed whether a moderator has looked at the comment since
 */
record CommentReport(CommentReportReason reason, @Nullable String note, Instant reportedAt, boolean reviewed) {

	static CommentReport of(Readable row) {
		return new CommentReport(CommentReportReason.valueOf(Rows.required(row, "reason", String.class)),
				row.get("note", String.class), Rows.required(row, "reported_at", Instant.class),
				Rows.required(row, "reviewed", Boolean.class));
	}

	/**
	 * How many readers find the same kind of thing wrong with a comment.
	 *
	 * @param reason what kind of thing
	 * @param count how many ever
	 * @param open how many since a moderator last looked at the comment
	 */
	record Count(CommentReportReason reason, int count, int open) {

		static Count of(Readable row) {
			return new Count(CommentReportReason.valueOf(Rows.required(row, "reason", String.class)),
					Math.toIntExact(Rows.required(row, "count", Long.class)),
					Math.toIntExact(Rows.required(row, "open", Long.class)));
		}

	}

}
