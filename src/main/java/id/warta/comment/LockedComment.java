package id.warta.comment;

import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;

/**
 * A comment that nobody else can change until the transaction ends.
 *
 * @param id its id
 * @param articleId the article that it stands below
 * @param depth how deep it stands in its thread, from 0
 * @param status what became of it
 * @param listed whether readers find it in its place
 * @param shown whether readers see the article
 */
public record LockedComment(long id, long articleId, int depth, CommentStatus status, boolean listed, boolean shown) {

	static LockedComment of(Readable row) {
		return new LockedComment(Rows.required(row, "id", Long.class), Rows.required(row, "article_id", Long.class),
				Rows.required(row, "depth", Integer.class),
				CommentStatus.valueOf(Rows.required(row, "status", String.class)),
				Rows.required(row, "listed", Boolean.class), Rows.required(row, "visible", Boolean.class));
	}

	public boolean isApproved() {
		return this.status == CommentStatus.APPROVED;
	}

}
