package id.warta.placement;

import java.util.Collection;

import id.warta.placement.Placement.Fill;
import id.warta.platform.InvalidInputException;
import id.warta.platform.Rows;
import id.warta.platform.input.EditedColumns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes placements in the transaction of whoever calls it.
 */
@Component
class PlacementTable {

	static final String COLUMNS = "id, slug, name, size, fill, category_id";

	private final DatabaseClient database;

	PlacementTable(DatabaseClient database) {
		this.database = database;
	}

	static Placement placement(Readable row) {
		return new Placement(Rows.required(row, "id", Long.class), Rows.required(row, "slug", String.class),
				Rows.required(row, "name", String.class), Rows.required(row, "size", Integer.class),
				Fill.valueOf(Rows.required(row, "fill", String.class)), row.get("category_id", Long.class));
	}

	/**
	 * All placements, by slug.
	 */
	Flux<Placement> all() {
		return this.database.sql("select " + COLUMNS + " from placement order by slug")
			.map(PlacementTable::placement)
			.all();
	}

	/**
	 * Placements by their ids.
	 */
	Flux<Placement> byIds(Collection<Long> ids) {
		return this.database.sql("select " + COLUMNS + " from placement where id = any(:ids)")
			.bind("ids", ids.toArray(Long[]::new))
			.map(PlacementTable::placement)
			.all();
	}

	/**
	 * A placement that nobody else can change, or pin to, until the transaction ends;
	 * fails with {@code NOT_FOUND} if there is none.
	 */
	Mono<Placement> lock(long id) {
		return this.database.sql("select " + COLUMNS + " from placement where id = :id for update")
			.bind("id", id)
			.map(PlacementTable::placement)
			.one()
			.switchIfEmpty(Mono
				.error(() -> new InvalidInputException("NOT_FOUND", "placementId", "There is no such placement")));
	}

	/**
	 * Fails with {@code SLUG_TAKEN} if another placement has the slug, with
	 * {@code NOT_FOUND} if there is no such category.
	 */
	Mono<Placement> insert(EditedColumns columns) {
		return this.database.sql("""
				insert into placement (slug, name, size, fill, category_id)
				select slug, name, size, fill, category_id from jsonb_populate_record(null::placement, :columns)
				returning\s""" + COLUMNS)
			.bind("columns", columns.json())
			.map(PlacementTable::placement)
			.one()
			.onErrorMap(DataIntegrityViolationException.class, PlacementTable::refused);
	}

	/**
	 * Fails as {@link #insert} does.
	 */
	Mono<Placement> update(long id, EditedColumns columns) {
		return this.database.sql("""
				update placement p set (slug, name, size, fill, category_id) = (
				    select r.slug, r.name, r.size, r.fill, r.category_id from jsonb_populate_record(p, :columns) r)
				where id = :id returning\s""" + COLUMNS)
			.bind("columns", columns.json())
			.bind("id", id)
			.map(PlacementTable::placement)
			.one()
			.onErrorMap(DataIntegrityViolationException.class, PlacementTable::refused);
	}

	private static InvalidInputException refused(DataIntegrityViolationException ex) {
		return (ex instanceof DuplicateKeyException)
				? new InvalidInputException("SLUG_TAKEN", "slug", "Another placement has this slug")
				: new InvalidInputException("NOT_FOUND", "categoryId", "There is no such category");
	}

	/**
	 * Deletes a placement with its pins.
	 */
	Mono<Void> delete(Placement placement) {
		return this.database.sql("delete from placement where id = :id").bind("id", placement.id()).then();
	}

}
