package id.warta.comment;

import java.time.Instant;

import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * A comment's columns, and how they become a {@link Comment}.
 */
final class CommentRows {

	/** What to select of the table {@code comment c}. */
	static final String COLUMNS = """
			c.id, c.article_id, c.parent_id, coalesce(c.reply_to_id, c.parent_id) as answered_id, c.status, c.author_name,
			c.author_url, c.author_email, c.by_staff, c.body, c.created_at, c.edited_at, c.pinned_at, c.depth,
			c.reply_count, c.like_count, c.revision""";

	private CommentRows() {
	}

	/**
	 * Reads a row of these columns.
	 * @param avatars makes a hash of an e-mail address
	 */
	static Comment map(Readable row, Avatars avatars) {
		return CommentStatus.valueOf(Rows.required(row, "status", String.class)) == CommentStatus.APPROVED
				? approved(row, avatars) : removed(row);
	}

	private static Comment approved(Readable row, Avatars avatars) {
		return new Comment(Rows.required(row, "id", Long.class), Rows.required(row, "article_id", Long.class),
				row.get("parent_id", Long.class), row.get("answered_id", Long.class),
				Rows.required(row, "author_name", String.class), row.get("author_url", String.class),
				avatars.of(row.get("author_email", String.class)), Rows.required(row, "by_staff", Boolean.class),
				Rows.required(row, "body", String.class), Rows.required(row, "created_at", Instant.class),
				row.get("edited_at", Instant.class), false, row.get("pinned_at", Instant.class) != null,
				Rows.required(row, "depth", Integer.class), Rows.required(row, "reply_count", Integer.class),
				Rows.required(row, "like_count", Integer.class), Rows.required(row, "revision", Integer.class));
	}

	private static Comment removed(Readable row) {
		return new Comment(Rows.required(row, "id", Long.class), Rows.required(row, "article_id", Long.class),
				row.get("parent_id", Long.class), row.get("answered_id", Long.class), "", null, null, false, "",
				Rows.required(row, "created_at", Instant.class), null, true, false,
				Rows.required(row, "depth", Integer.class), Rows.required(row, "reply_count", Integer.class),
				Rows.required(row, "like_count", Integer.class), Rows.required(row, "revision", Integer.class));
	}

}
