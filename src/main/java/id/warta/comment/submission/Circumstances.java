package id.warta.comment.submission;

import id.warta.comment.setting.Commenting;
import java.time.Instant;
import java.util.Objects;

import id.warta.comment.CommentStatus;
import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL knows about a comment that somebody wants to add.
 *
 * @param slug the article's
 * @param publishedAt the date that the article carries
 * @param commenting whether readers may write below the article
 * @param parentThere whether what it answers can be answered, or it answers nothing
 * @param approvedBefore whether its author has an approved comment
 * @param refused whether its author, or their network, is banned
 * @param held whether comments of its author, or from their network, wait for a moderator
 * @param repeated how often others have written the same in the last day
 */
record Circumstances(String slug, Instant publishedAt, Commenting commenting, boolean parentThere,
		boolean approvedBefore, boolean refused, boolean held, int repeated) {

	static Circumstances of(Readable row) {
		String parentStatus = row.get("parent_status", String.class);
		return new Circumstances(Rows.required(row, "slug", String.class),
				Rows.required(row, "published_at", Instant.class),
				Commenting.valueOf(Objects.requireNonNullElse(row.get("commenting", String.class), "DEFAULT")),
				Rows.required(row, "first", Boolean.class) || isApproved(parentStatus),
				Rows.required(row, "approved_before", Boolean.class), Rows.required(row, "refused", Boolean.class),
				Rows.required(row, "held", Boolean.class), Rows.required(row, "repeated", Long.class).intValue());
	}

	private static boolean isApproved(@Nullable String status) {
		return CommentStatus.APPROVED.name().equals(status);
	}

}
