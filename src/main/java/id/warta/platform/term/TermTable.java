package id.warta.platform.term;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.EditedColumns;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What is done alike to categories, tags and authors, each within the transaction of
 * whoever changes them, once that has {@linkplain #open() opened} the table.
 */
public final class TermTable {

	private final DatabaseClient database;

	private final String table;

	private final SlugRegister slugs;

	private final Uses uses;

	/**
	 * A table with slugs.
	 * @param uses what keeps a row from being deleted, as {@link Uses} has it
	 */
	public TermTable(DatabaseClient database, String table, Map<String, String> uses) {
		this.database = database;
		this.table = table;
		this.slugs = new SlugRegister(database, table);
		this.uses = new Uses(database, uses);
	}

	/**
	 * Waits until nobody else writes to the table, and keeps others from it up to the end
	 * of the transaction. Whoever reads it, or refers to its rows, isn't kept.
	 */
	public Mono<Void> open() {
		return this.database.sql("lock table %s in share row exclusive mode".formatted(this.table)).then();
	}

	/**
	 * The slug for something new, as {@link SlugRegister} has it.
	 */
	public Mono<String> slug(String name, @Nullable String given) {
		return this.slugs.of(name, given);
	}

	/**
	 * Writes what an edit makes of a row.
	 * @param slug the one that it has
	 * @param names the columns that an edit may change, with commas between them
	 */
	public Mono<Void> edit(long id, String slug, EditedColumns columns, String names) {
		return this.slugs.rename(id, slug, (String) columns.get("slug"))
			.then(this.database.sql("""
					update %1$s t set (%2$s) = (
					    select r.%3$s from jsonb_populate_record(t, :columns) r)
					where id = :id""".formatted(this.table, names, names.replace(", ", ", r.")))
				.bind("columns", columns.json())
				.bind("id", id)
				.then());
	}

	/**
	 * Refuses ids that there are not.
	 * @return fails with {@code NOT_FOUND}
	 */
	public Mono<Void> requireAll(Collection<Long> ids, String argument) {
		return this.database.sql("select count(*) from %s where id = any(:ids)".formatted(this.table))
			.bind("ids", ids.toArray(Long[]::new))
			.mapValue(Long.class)
			.one()
			.flatMap((found) -> (found == ids.size()) ? Mono.empty() : Mono.error(() -> notFound(argument)));
	}

	/**
	 * The refusal of what there is not.
	 */
	public InvalidInputException notFound(String argument) {
		return new InvalidInputException("NOT_FOUND", argument, "There is no such " + this.table);
	}

	/**
	 * Lets a row have all that others had, and deletes those.
	 * @param references the columns that refer to the rows, such as
	 * {@code menu_item.tag_id}; articles are filed anew before
	 */
	public Mono<Void> absorb(Merger merger, List<String> references) {
		return Flux.fromIterable(references)
			.concatMap((reference) -> inherit(
					"update %1$s set %2$s = :into where %2$s = any(:ids)".formatted((Object[]) reference.split("\\.")),
					merger))
			.then(inherit("""
					update imported set target_id = :into where target_id = any(:ids) and kind = '%s'"""
				.formatted(this.table), merger))
			.then(this.slugs.retire(merger.ids(), merger.into()))
			.then(delete(merger.ids()));
	}

	private Mono<Void> inherit(String statement, Merger merger) {
		return this.database.sql(statement)
			.bind("ids", merger.ids().toArray(Long[]::new))
			.bind("into", merger.into())
			.then();
	}

	/**
	 * Deletes a row that nothing refers to.
	 * @return fails with {@code IN_USE} if something does
	 */
	public Mono<Void> deleteUnused(long id) {
		return this.uses.requireNone(id).then(delete(List.of(id)));
	}

	/**
	 * Deletes rows, with whatever goes with them.
	 */
	public Mono<Void> delete(Collection<Long> ids) {
		return this.database.sql("delete from %s where id = any(:ids)".formatted(this.table))
			.bind("ids", ids.toArray(Long[]::new))
			.then();
	}

}
