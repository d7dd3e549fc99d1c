package id.warta.menu;

import java.util.List;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.EditedColumns;
import io.r2dbc.postgresql.codec.Json;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Writes menus. All of it runs in the transaction of whoever calls it.
 */
@Component
class MenuTable {

	private final DatabaseClient database;

	private final JsonMapper json;

	MenuTable(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/**
	 * Keeps everybody else from changing a menu until the transaction ends.
	 * @return its revision; fails with {@code NOT_FOUND} if there is none
	 */
	Mono<Integer> lock(long id) {
		return this.database.sql("select revision from menu where id = :id for update")
			.bind("id", id)
			.mapValue(Integer.class)
			.one()
			.switchIfEmpty(Mono.error(() -> new InvalidInputException("NOT_FOUND", "menuId", "There is no such menu")));
	}

	/**
	 * Gives the menu's id. Fails with {@code SLUG_TAKEN} if another menu has the slug.
	 */
	Mono<Long> insert(EditedColumns columns) {
		return this.database.sql("""
				insert into menu (slug, name) select slug, name from jsonb_populate_record(null::menu, :columns)
				returning id""")
			.bind("columns", columns.json())
			.mapValue(Long.class)
			.one()
			.onErrorMap(DuplicateKeyException.class, (ex) -> taken());
	}

	/**
	 * Fails with {@code SLUG_TAKEN} if another menu has the slug.
	 */
	Mono<Void> update(long id, EditedColumns columns) {
		return this.database.sql("""
				update menu m set (slug, name) = (select r.slug, r.name from jsonb_populate_record(m, :columns) r)
				where id = :id""")
			.bind("columns", columns.json())
			.bind("id", id)
			.then()
			.onErrorMap(DuplicateKeyException.class, (ex) -> taken());
	}

	private static InvalidInputException taken() {
		return new InvalidInputException("SLUG_TAKEN", "slug", "Another menu has this slug");
	}

	Mono<Void> delete(long id) {
		return this.database.sql("delete from menu where id = :id").bind("id", id).then();
	}

	/**
	 * Sets all items of a menu, which gets its next revision. Fails with
	 * {@code NOT_FOUND} if something that one leads to isn't there.
	 */
	Mono<Void> replace(long id, List<MenuItemRow> items) {
		return this.database.sql("delete from menu_item where menu_id = :id")
			.bind("id", id)
			.then()
			.then(insert(id, items))
			.then(this.database.sql("update menu set revision = revision + 1 where id = :id").bind("id", id).then());
	}

	private Mono<Void> insert(long id, List<MenuItemRow> items) {
		return this.database
			.sql("""
					with r as (
					    select *, nextval(pg_get_serial_sequence('menu_item', 'id')) as id
					    from jsonb_to_recordset(:items) as r(number integer, parent integer, label text, category_id bigint,
					        page_id bigint, article_id bigint, tag_id bigint, url text))
					insert into menu_item (id, menu_id, parent_id, position, label, category_id, page_id, article_id, tag_id, url)
					select r.id, :menu, above.id, r.number, r.label, r.category_id, r.page_id, r.article_id, r.tag_id, r.url
					from r left join r above on above.number = r.parent""")
			.bind("items", json(items))
			.bind("menu", id)
			.then()
			.onErrorMap(DataIntegrityViolationException.class, (ex) -> new InvalidInputException("NOT_FOUND", "items",
					"'items' lead to something that there is not"));
	}

	private Json json(Object value) {
		return Json.of(this.json.writeValueAsString(value));
	}

}
