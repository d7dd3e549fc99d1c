package id.warta.importer.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Writes authors, categories and tags. A category or tag whose slug is here already is
 * the same one, and so is an author with the same slug and name: the import then uses it
 * and never changes it.
 */
@Component
public class TermWriter {

	private static final String WRITE_AUTHORS = """
			insert into author (id, slug, name)
			select id, slug, name from jsonb_to_recordset(:rows) as r(id bigint, slug text, name text)
			on conflict (id) do update set slug = excluded.slug, name = excluded.name""";

	private static final String WRITE_CATEGORIES = """
			insert into category (id, slug, name, description, parent_id)
			select id, slug, name, description, parent_id from jsonb_to_recordset(:rows) as r(id bigint, slug text,
				name text, description text, parent_id bigint)
			on conflict (id) do update set slug = excluded.slug, name = excluded.name,
				description = excluded.description, parent_id = excluded.parent_id""";

	private static final String WRITE_TAGS = """
			insert into tag (id, slug, name, description)
			select id, slug, name, description from jsonb_to_recordset(:rows) as r(id bigint, slug text, name text,
				description text)
			on conflict (id) do update set slug = excluded.slug, name = excluded.name,
				description = excluded.description""";

	private final DatabaseClient database;

	private final Ledger ledger;

	private final FreeSlugs freeSlugs;

	TermWriter(DatabaseClient database, Ledger ledger, FreeSlugs freeSlugs) {
		this.database = database;
		this.ledger = ledger;
		this.freeSlugs = freeSlugs;
	}

	/**
	 * Writes rows of one kind. A category's parent must be among the rows or imported
	 * before; else it stays at the top.
	 */
	public Mono<Tally> write(String source, Kind kind, List<TermRow> rows) {
		return rows.isEmpty() ? Mono.just(new Tally())
				: this.ledger.plan(source, kind, rows)
					.flatMap((plan) -> adopt(source, kind, plan))
					.flatMap((plan) -> write(source, kind, plan).then(this.ledger.number(source, kind, numbers(rows)))
						.thenReturn(plan.tally()));
	}

	/**
	 * Writes those rows that were never imported, and finds the ids of all.
	 */
	public Mono<Written> ensure(String source, Kind kind, Collection<TermRow> rows) {
		Map<String, TermRow> byId = rows.stream()
			.collect(Collectors.toMap(TermRow::sourceId, Function.identity(), (first, second) -> first));
		return this.ledger.ids(source, kind, byId.keySet()).flatMap((known) -> {
			List<TermRow> missing = byId.values().stream().filter((row) -> !known.containsKey(row.sourceId())).toList();
			return missing.isEmpty() ? Mono.just(new Written(new Tally(), known, List.of()))
					: write(source, kind, missing).flatMap((tally) -> this.ledger.ids(source, kind, byId.keySet())
						.map((ids) -> new Written(tally, ids, List.of())));
		});
	}

	private static Map<String, String> numbers(List<TermRow> rows) {
		Map<String, String> numbers = new HashMap<>();
		for (TermRow row : rows) {
			if (row.number() != null) {
				numbers.put(TermRow.numbered(row.number()), row.sourceId());
			}
		}
		return numbers;
	}

	private Mono<Plan<TermRow>> adopt(String source, Kind kind, Plan<TermRow> plan) {
		List<Change<TermRow>> fresh = plan.fresh();
		return fresh.isEmpty() ? Mono.just(plan) : here(kind, fresh).flatMap((here) -> {
			List<Settlement> adopted = new ArrayList<>();
			for (Change<TermRow> change : fresh) {
				Long id = here.get(key(kind, change.row().slug(), change.row().name()));
				if (id != null) {
					adopted.add(new Settlement(change.row().sourceId(), id, change.origin(), true, null, 0));
					plan.ids().put(change.row().sourceId(), id);
					plan.changes().remove(change);
				}
			}
			plan.tally().add(kind, Outcome.UNCHANGED, adopted.size()).add(kind, Outcome.NEW, -adopted.size());
			return this.ledger.settle(source, kind, adopted).thenReturn(plan);
		});
	}

	private Mono<Map<String, Long>> here(Kind kind, List<Change<TermRow>> fresh) {
		return this.database.sql("select id, slug, name from " + kind.table() + " where slug = any(:slugs)")
			.bind("slugs", fresh.stream().map((change) -> change.row().slug()).toArray(String[]::new))
			.map((row) -> Map.entry(
					key(kind, String.valueOf(row.get("slug", String.class)),
							String.valueOf(row.get("name", String.class))),
					Objects.requireNonNull(row.get("id", Long.class))))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private static String key(Kind kind, String slug, String name) {
		return (kind == Kind.AUTHOR) ? slug + "\n" + name.toLowerCase(Locale.ROOT) : slug;
	}

	private Mono<Void> write(String source, Kind kind, Plan<TermRow> plan) {
		if (plan.changes().isEmpty()) {
			return Mono.empty();
		}
		Map<Long, String> wanted = plan.changes()
			.stream()
			.collect(Collectors.toMap(Change::id, (change) -> change.row().slug()));
		return Mono.zip(this.freeSlugs.find(kind, wanted, plan.changes()), parents(source, kind, plan))
			.flatMap((found) -> this.database.sql(statement(kind))
				.bind("rows", JsonRows.of(records(plan.changes(), found.getT1(), found.getT2())))
				.then())
			.then(this.ledger.settle(source, kind, plan.changes().stream().map(Settlement::of).toList()));
	}

	private Mono<Map<String, Long>> parents(String source, Kind kind, Plan<TermRow> plan) {
		List<String> elsewhere = plan.changes()
			.stream()
			.map((change) -> change.row().parent())
			.filter((parent) -> parent != null && !plan.ids().containsKey(parent))
			.map(Objects::requireNonNull)
			.distinct()
			.toList();
		return this.ledger.ids(source, kind, elsewhere).map((ids) -> {
			Map<String, Long> all = new HashMap<>(plan.ids());
			all.putAll(ids);
			return all;
		});
	}

	private static List<TermRecord> records(List<Change<TermRow>> changes, Map<Long, String> slugs,
			Map<String, Long> parents) {
		return changes.stream()
			.map((change) -> new TermRecord(change.id(), Objects.requireNonNull(slugs.get(change.id())),
					change.row().name(), change.row().description(),
					(change.row().parent() != null) ? parents.get(change.row().parent()) : null))
			.toList();
	}

	private static String statement(Kind kind) {
		return switch (kind) {
			case AUTHOR -> WRITE_AUTHORS;
			case CATEGORY -> WRITE_CATEGORIES;
			case TAG -> WRITE_TAGS;
			default -> throw new IllegalArgumentException(kind.label());
		};
	}

	private record TermRecord(long id, String slug, String name, @Nullable String description,
			@Nullable Long parentId) {

	}

}
