package id.warta.comment;

import java.time.Instant;

import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;

/**
 * A comment's columns, and how they become a {@link Comment}.
 */
final class CommentRows {

	private static final String COLUMNS = "c.id, c.author_name, c.author_url, c.body, c.created_at, c.depth";

	private static final String REPLY_COUNT = """
			, (select count(*) from comment r where r.parent_id = c.id and r.status = 'APPROVED') as reply_count""";

	private CommentRows() {
	}

	/**
	 * What to select of the table {@code comment c}.
	 */
	static String columns(boolean replyCount) {
		return replyCount ? COLUMNS + REPLY_COUNT : COLUMNS;
	}

	static Comment map(Readable row, boolean replyCount) {
		return new Comment(Rows.required(row, "id", Long.class), Rows.required(row, "author_name", String.class),
				row.get("author_url", String.class), Rows.required(row, "body", String.class),
				Rows.required(row, "created_at", Instant.class), Rows.required(row, "depth", Integer.class),
				replyCount ? row.get("reply_count", Long.class) : null);
	}

}
