package id.warta.liveblog;

import java.time.Instant;
import java.util.Objects;

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
		return new LiveBlogEntry(required(row, "id", Long.class), required(row, "article_id", Long.class),
				row.get("title", String.class), required(row, "body", String.class), row.get("author_id", Long.class),
				required(row, "key_event", Boolean.class), required(row, "pinned", Boolean.class),
				required(row, "created_at", Instant.class), row.get("updated_at", Instant.class),
				required(row, "revision", Integer.class));
	}

	static <T> T required(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

}
