package id.warta.importer.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the books of what was imported from where: what became of it here, what the
 * source said, and how the import left it.
 */
@Component
public class Ledger {

	private static final String LOOK_UP = """
			select i.source_id, i.target_id, i.origin, t.id is not null as present, %s as slug,
				i.fingerprint = coalesce(%s, '') as untouched
			from imported i left join %s t on t.id = i.target_id
			where i.source = :source and i.kind = :kind and i.source_id = any(:ids)""";

	private static final String RESERVE = """
			select nextval(pg_get_serial_sequence(:table, 'id')) as id from generate_series(1, :count)""";

	private static final String SETTLE = """
			insert into imported (source, kind, source_id, target_id, fingerprint, origin, parent, position)
			select :source, :kind, r.source_id, r.target_id, case when r.adopted then '' else coalesce(%s, '') end,
				r.origin, r.parent, coalesce(r.position, 0)
			from jsonb_to_recordset(:rows) as r(source_id text, target_id bigint, origin text, adopted boolean,
				parent text, position integer)
			left join %s t on t.id = r.target_id
			on conflict (source, kind, source_id) do update set target_id = excluded.target_id,
				fingerprint = excluded.fingerprint, origin = excluded.origin, parent = excluded.parent,
				position = excluded.position, imported_at = now()""";

	private static final String NUMBER = """
			insert into imported as i (source, kind, source_id, target_id, fingerprint)
			select :source, :kind, r.number, booked.target_id, ''
			from jsonb_to_recordset(:rows) as r(number text, source_id text)
			join imported booked on booked.source = :source and booked.kind = :kind and booked.source_id = r.source_id
			on conflict (source, kind, source_id) do update set target_id = excluded.target_id
			where i.target_id <> excluded.target_id""";

	private final DatabaseClient database;

	Ledger(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Finds out what is to be done about the rows, and reserves ids for the new ones. Of
	 * rows with the same id the first counts.
	 */
	<T extends Row> Mono<Plan<T>> plan(String source, Kind kind, List<T> rows) {
		Map<String, T> byId = new LinkedHashMap<>();
		rows.forEach((row) -> byId.putIfAbsent(row.sourceId(), row));
		return lookUp(source, kind, byId.keySet()).flatMap((entries) -> {
			int fresh = (int) byId.keySet().stream().filter((id) -> !entries.containsKey(id)).count();
			return reserve(kind, fresh).map((ids) -> plan(kind, byId.values(), entries, ids.iterator()));
		});
	}

	private static <T extends Row> Plan<T> plan(Kind kind, Collection<T> rows, Map<String, Entry> entries,
			Iterator<Long> reserved) {
		Plan<T> plan = new Plan<>(new ArrayList<>(), new HashMap<>(), new Tally());
		for (T row : rows) {
			String origin = JsonRows.digest(row);
			Entry entry = entries.get(row.sourceId());
			Outcome outcome = (entry != null) ? entry.outcome(origin) : Outcome.NEW;
			long id = (entry != null) ? entry.id() : reserved.next();
			if (entry == null || entry.present()) {
				plan.ids().put(row.sourceId(), id);
			}
			if (outcome == Outcome.NEW || outcome == Outcome.UPDATED) {
				plan.changes().add(new Change<>(id, entry == null, (entry != null) ? entry.slug() : null, origin, row));
			}
			plan.tally().add(kind, outcome, 1);
		}
		return plan;
	}

	/**
	 * The ids here of what was imported before, by their ids at the source; what was
	 * deleted here is missing.
	 */
	public Mono<Map<String, Long>> ids(String source, Kind kind, Collection<String> sourceIds) {
		return lookUp(source, kind, sourceIds).map((entries) -> {
			Map<String, Long> ids = new HashMap<>();
			entries.forEach((sourceId, entry) -> {
				if (entry.present()) {
					ids.put(sourceId, entry.id());
				}
			});
			return ids;
		});
	}

	private Mono<Map<String, Entry>> lookUp(String source, Kind kind, Collection<String> sourceIds) {
		if (sourceIds.isEmpty()) {
			return Mono.just(Map.of());
		}
		String slug = kind.hasSlug() ? "t.slug" : "null::text";
		return this.database.sql(LOOK_UP.formatted(slug, kind.fingerprint(), kind.table()))
			.bind("source", source)
			.bind("kind", kind.label())
			.bind("ids", sourceIds.toArray(String[]::new))
			.map((row) -> Map.entry(text(row, "source_id"), Entry.of(row)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private Mono<List<Long>> reserve(Kind kind, int count) {
		return (count == 0) ? Mono.just(List.of())
				: this.database.sql(RESERVE)
					.bind("table", kind.table())
					.bind("count", count)
					.mapValue(Long.class)
					.all()
					.collectList();
	}

	/**
	 * Books what was written, after it was written.
	 */
	Mono<Void> settle(String source, Kind kind, List<Settlement> settlements) {
		return settlements.isEmpty() ? Mono.empty()
				: this.database.sql(SETTLE.formatted(kind.fingerprint(), kind.table()))
					.bind("source", source)
					.bind("kind", kind.label())
					.bind("rows", JsonRows.of(settlements))
					.then();
	}

	/**
	 * Books further source ids for what was imported.
	 * @param numbers the booked source ids by the further ones
	 */
	Mono<Void> number(String source, Kind kind, Map<String, String> numbers) {
		List<Number> rows = numbers.entrySet()
			.stream()
			.map((entry) -> new Number(entry.getKey(), entry.getValue()))
			.toList();
		return rows.isEmpty() ? Mono.empty()
				: this.database.sql(NUMBER)
					.bind("source", source)
					.bind("kind", kind.label())
					.bind("rows", JsonRows.of(rows))
					.then();
	}

	private static String text(Readable row, String column) {
		return Objects.requireNonNull(row.get(column, String.class));
	}

	private record Number(String number, String sourceId) {

	}

	private record Entry(long id, @Nullable String slug, String origin, boolean present, boolean untouched) {

		static Entry of(Readable row) {
			return new Entry(Objects.requireNonNull(row.get("target_id", Long.class)), row.get("slug", String.class),
					text(row, "origin"), Boolean.TRUE.equals(row.get("present")),
					Boolean.TRUE.equals(row.get("untouched")));
		}

		Outcome outcome(String wanted) {
			if (wanted.equals(this.origin)) {
				return Outcome.UNCHANGED;
			}
			return (this.present && this.untouched) ? Outcome.UPDATED : Outcome.KEPT;
		}

	}

}
