package id.warta.importer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.warta.TestContent;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What an import left in the database.
 */
@TestComponent
class ImportedContent {

	private static final List<String> TABLES = List.of("article", "article_author", "article_category", "article_media",
			"article_slug_history", "article_tag", "author", "category", "comment", "imported", "media", "menu",
			"menu_item", "page", "tag", "event_log");

	private final DatabaseClient database;

	private final TestContent content;

	ImportedContent(DatabaseClient database, TestContent content) {
		this.database = database;
		this.content = content;
	}

	/**
	 * Empties the database, and makes nobody wait for its lists.
	 */
	void clear() {
		this.content.clear();
		this.content.changed();
	}

	void run(String sql) {
		this.content.run(sql);
	}

	/**
	 * The rows of a query, their columns joined by {@code |}.
	 */
	List<String> rows(String sql) {
		return this.database
			.sql("select concat_ws('|', variadic array(select value from json_each_text("
					+ "to_json(q)) with ordinality order by ordinality)) from (" + sql + ") q")
			.mapValue(String.class)
			.all()
			.collectList()
			.blockOptional()
			.orElseThrow();
	}

	/**
	 * The only value of a query.
	 */
	String one(String sql) {
		return String.valueOf(this.content.one(sql));
	}

	int count(String table) {
		return Integer.parseInt(one("select count(*) from " + table));
	}

	/**
	 * A digest of each table.
	 */
	Map<String, String> state() {
		Map<String, String> state = new LinkedHashMap<>();
		TABLES.forEach((table) -> state.put(table,
				one("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table + " t")));
		return state;
	}

}
