package id.warta.liveblog;

import java.time.Instant;

import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;

/**
 * An entry's columns, and how they become a {@link LiveBlogEntry}.
 */
final class EntryRows {

	/** What to select of the table {@code live_blog_entry e}. */
	static final String COLUMNS = """
			e.id, e.article_id, e.title, e.body, e.author_id, e.key_event, e.pinned_at is not null as pinned,
			e.created_at, e.updated_at, e.revision""";

	private EntryRows() {
	}

	static LiveBlogEntry map(Readable row) {
		return new LiveBlogEntry(Rows.required(row, "id", Long.class), Rows.required(row, "article_id", Long.class),
				row.get("title", String.class), Rows.required(row, "body", String.class),
				row.get("author_id", Long.class), Rows.required(row, "key_event", Boolean.class),
				Rows.required(row, "pinned", Boolean.class), Rows.required(row, "created_at", Instant.class),
				row.get("updated_at", Instant.class), Rows.required(row, "revision", Integer.class));
	}

}
