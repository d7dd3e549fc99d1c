package id.warta.importer.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Writes pages, and puts them below one another once all are here, since a child may come
 * before its parent.
 */
@Component
public class PageWriter {

	private static final String WRITE = """
			insert into page as p (id, slug, status, title, body, position, created_at, updated_at)
			select id, slug, status, title, body, position, coalesce(created_at, now()),
				coalesce(updated_at, created_at, now())
			from jsonb_to_recordset(:rows) as r(id bigint, slug text, status text, title text, body text,
				position integer, created_at timestamptz, updated_at timestamptz)
			on conflict (id) do update set slug = excluded.slug, status = excluded.status, title = excluded.title,
				body = excluded.body, position = excluded.position, revision = p.revision + 1,
				updated_at = case when excluded.updated_at > p.updated_at then excluded.updated_at else now() end""";

	private static final String NEST = """
			update page p set parent_id = above.id
			from jsonb_to_recordset(:rows) as r(target_id bigint, parent text)
			left join imported i on i.source = :source and i.kind = 'page' and i.source_id = r.parent
			left join page above on above.id = i.target_id
			where p.id = r.target_id and p.parent_id is distinct from above.id""";

	private final DatabaseClient database;

	private final Ledger ledger;

	private final FreeSlugs freeSlugs;

	PageWriter(DatabaseClient database, Ledger ledger, FreeSlugs freeSlugs) {
		this.database = database;
		this.ledger = ledger;
		this.freeSlugs = freeSlugs;
	}

	/**
	 * Writes pages; {@link #nest} is to be called with what was written in the end.
	 */
	public Mono<Written> write(String source, List<PageRow> rows) {
		return this.ledger.plan(source, Kind.PAGE, rows)
			.flatMap((plan) -> write(source, plan).thenReturn(Written.of(plan)));
	}

	private Mono<Void> write(String source, Plan<PageRow> plan) {
		List<Change<PageRow>> changes = plan.changes();
		if (changes.isEmpty()) {
			return Mono.empty();
		}
		Map<Long, String> wanted = changes.stream()
			.collect(Collectors.toMap(Change::id, (change) -> change.row().slug()));
		return this.freeSlugs.find(Kind.PAGE, wanted, changes)
			.flatMap((slugs) -> write(changes, slugs))
			.then(this.ledger.settle(source, Kind.PAGE, changes.stream().map(Settlement::of).toList()));
	}

	private Mono<Void> write(List<Change<PageRow>> changes, Map<Long, String> slugs) {
		List<PageRecord> records = changes.stream()
			.map((change) -> PageRecord.of(change, Objects.requireNonNull(slugs.get(change.id()))))
			.toList();
		return this.database.sql(WRITE).bind("rows", JsonRows.of(records)).then();
	}

	/**
	 * Puts pages below their parents; one whose parent is not here stands at the top.
	 */
	public Mono<Void> nest(String source, List<Settlement> pages) {
		return pages.isEmpty() ? Mono.empty()
				: this.database.sql(NEST)
					.bind("source", source)
					.bind("rows", JsonRows.of(pages))
					.then()
					.then(this.ledger.settle(source, Kind.PAGE, pages));
	}

	private record PageRecord(long id, String slug, String status, String title, String body, int position,
			@Nullable Instant createdAt, @Nullable Instant updatedAt) {

		static PageRecord of(Change<PageRow> change, String slug) {
			PageRow row = change.row();
			return new PageRecord(change.id(), slug, row.status(), row.title(), row.body(), row.position(),
					row.createdAt(), row.updatedAt());
		}

	}

}
