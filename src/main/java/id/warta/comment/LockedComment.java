package id.warta.comment;

import java.util.Objects;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * A comment that nobody else can moderate until the transaction ends.
 *
 * @param id its id
 * @param status what became of it
 * @param parentStatus what became of what it replies to; null if it is no reply
 * @param shown whether readers see the article
 */
record LockedComment(long id, CommentStatus status, @Nullable CommentStatus parentStatus, boolean shown) {

	static LockedComment of(Readable row) {
		String parentStatus = row.get("parent_status", String.class);
		return new LockedComment(Objects.requireNonNull(row.get("id", Long.class)),
				CommentStatus.valueOf(Objects.requireNonNull(row.get("status", String.class))),
				(parentStatus != null) ? CommentStatus.valueOf(parentStatus) : null,
				Objects.requireNonNull(row.get("shown", Boolean.class)));
	}

	boolean isApproved() {
		return this.status == CommentStatus.APPROVED;
	}

	/**
	 * Whether readers can see it where it stands.
	 */
	boolean hasPlace() {
		return this.parentStatus == null || this.parentStatus == CommentStatus.APPROVED;
	}

}
