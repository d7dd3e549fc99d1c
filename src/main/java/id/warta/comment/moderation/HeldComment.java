package id.warta.comment.moderation;

import id.warta.comment.CommentHoldReason;
import java.util.List;

import id.warta.comment.CommentStatus;
import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;

/**
 * What a moderator decides about, which nobody else can change until the transaction
 * ends.
 *
 * @param id the comment
 * @param status what became of it so far
 * @param reported whether readers reported it since a moderator last looked at it
 * @param suspected whether it was taken for advertising, or waits because it looks like
 * it
 */
record HeldComment(long id, CommentStatus status, boolean reported, boolean suspected) {

	static HeldComment of(Readable row) {
		CommentStatus status = CommentStatus.valueOf(Rows.required(row, "status", String.class));
		List<String> reasons = List.of(Rows.required(row, "held_for", String[].class));
		return new HeldComment(Rows.required(row, "id", Long.class), status,
				Rows.required(row, "report_count", Integer.class) > 0,
				status == CommentStatus.SPAM || reasons.contains(CommentHoldReason.SPAM.name()));
	}

}
