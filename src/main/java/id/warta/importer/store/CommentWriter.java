package id.warta.importer.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Writes comments, whole threads at a time.
 */
@Component
public class CommentWriter {

	private static final String WRITE = """
			insert into comment (id, article_id, parent_id, depth, status, author_name, author_email, author_url, body,
				created_at)
			select id, article_id, parent_id, depth, status, author_name, author_email, author_url, body,
				coalesce(created_at, now())
			from jsonb_to_recordset(:rows) as r(id bigint, article_id bigint, parent_id bigint, depth integer,
				status text, author_name text, author_email text, author_url text, body text, created_at timestamptz)
			on conflict (id) do update set status = excluded.status, author_name = excluded.author_name,
				author_email = excluded.author_email, author_url = excluded.author_url, body = excluded.body""";

	private final DatabaseClient database;

	private final Ledger ledger;

	CommentWriter(DatabaseClient database, Ledger ledger) {
		this.database = database;
		this.ledger = ledger;
	}

	/**
	 * Writes comments; the parent of each must be among them. An answer to what was
	 * deleted here begins a thread.
	 */
	public Mono<Written> write(String source, List<CommentRow> rows) {
		return this.ledger.plan(source, Kind.COMMENT, rows)
			.flatMap((plan) -> write(source, plan).thenReturn(Written.of(plan)));
	}

	private Mono<Void> write(String source, Plan<CommentRow> plan) {
		if (plan.changes().isEmpty()) {
			return Mono.empty();
		}
		List<CommentRecord> records = plan.changes()
			.stream()
			.map((change) -> CommentRecord.of(change, plan.ids()))
			.toList();
		return this.database.sql(WRITE)
			.bind("rows", JsonRows.of(records))
			.then()
			.then(this.ledger.settle(source, Kind.COMMENT, plan.changes().stream().map(Settlement::of).toList()));
	}

	private record CommentRecord(long id, long articleId, @Nullable Long parentId, int depth, String status,
			String authorName, @Nullable String authorEmail, @Nullable String authorUrl, String body,
			@Nullable Instant createdAt) {

		static CommentRecord of(Change<CommentRow> change, Map<String, Long> ids) {
			CommentRow row = change.row();
			Long parent = (row.parent() != null) ? ids.get(row.parent()) : null;
			return new CommentRecord(change.id(), row.articleId(), parent, (parent != null) ? row.depth() : 0,
					row.status(), row.authorName(), row.authorEmail(), row.authorUrl(), row.body(), row.createdAt());
		}

	}

}
