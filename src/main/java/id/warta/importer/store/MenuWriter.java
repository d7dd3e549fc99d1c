package id.warta.importer.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Writes menus with all their items.
 */
@Component
public class MenuWriter {

	private static final String WRITE_MENUS = """
			insert into menu (id, slug, name)
			select id, slug, name from jsonb_to_recordset(:rows) as r(id bigint, slug text, name text)
			on conflict (id) do update set slug = excluded.slug, name = excluded.name""";

	private static final String WRITE_ITEMS = """
			insert into menu_item (id, menu_id, parent_id, position, label, category_id, page_id, article_id, tag_id, url)
			select id, menu_id, parent_id, position, label, category_id, page_id, article_id, tag_id, url
			from jsonb_to_recordset(:rows) as r(id bigint, menu_id bigint, parent_id bigint, position integer,
				label text, category_id bigint, page_id bigint, article_id bigint, tag_id bigint, url text)
			on conflict (id) do update set menu_id = excluded.menu_id, parent_id = excluded.parent_id,
				position = excluded.position, label = excluded.label, category_id = excluded.category_id,
				page_id = excluded.page_id, article_id = excluded.article_id, tag_id = excluded.tag_id,
				url = excluded.url""";

	private final DatabaseClient database;

	private final Ledger ledger;

	private final FreeSlugs freeSlugs;

	MenuWriter(DatabaseClient database, Ledger ledger, FreeSlugs freeSlugs) {
		this.database = database;
		this.ledger = ledger;
		this.freeSlugs = freeSlugs;
	}

	/**
	 * Writes menus and their items. An item whose parent was deleted here stands at the
	 * top; one whose menu was, is left out.
	 */
	public Mono<Tally> write(String source, List<MenuRow> menus, List<MenuItemRow> items) {
		return this.ledger.plan(source, Kind.MENU, menus)
			.flatMap((plan) -> writeMenus(source, plan.changes()).thenReturn(plan))
			.flatMap((plan) -> writeItems(source, plan.ids(), items).map((tally) -> tally.add(plan.tally())));
	}

	private Mono<Void> writeMenus(String source, List<Change<MenuRow>> changes) {
		if (changes.isEmpty()) {
			return Mono.empty();
		}
		Map<Long, String> wanted = changes.stream()
			.collect(Collectors.toMap(Change::id, (change) -> change.row().slug()));
		return this.freeSlugs.find(Kind.MENU, wanted, changes)
			.map((slugs) -> changes.stream()
				.map((change) -> new MenuRecord(change.id(), Objects.requireNonNull(slugs.get(change.id())),
						change.row().name()))
				.toList())
			.flatMap((records) -> this.database.sql(WRITE_MENUS).bind("rows", JsonRows.of(records)).then())
			.then(this.ledger.settle(source, Kind.MENU, changes.stream().map(Settlement::of).toList()));
	}

	private Mono<Tally> writeItems(String source, Map<String, Long> menus, List<MenuItemRow> items) {
		List<MenuItemRow> placed = items.stream().filter((item) -> menus.containsKey(item.menu())).toList();
		return this.ledger.plan(source, Kind.MENU_ITEM, placed)
			.flatMap((plan) -> writeItems(source, menus, plan).thenReturn(plan.tally()));
	}

	private Mono<Void> writeItems(String source, Map<String, Long> menus, Plan<MenuItemRow> plan) {
		if (plan.changes().isEmpty()) {
			return Mono.empty();
		}
		List<ItemRecord> records = plan.changes()
			.stream()
			.map((change) -> ItemRecord.of(change, menus, plan.ids()))
			.toList();
		return this.database.sql(WRITE_ITEMS)
			.bind("rows", JsonRows.of(records))
			.then()
			.then(this.ledger.settle(source, Kind.MENU_ITEM, plan.changes().stream().map(Settlement::of).toList()));
	}

	private record MenuRecord(long id, String slug, String name) {

	}

	private record ItemRecord(long id, long menuId, @Nullable Long parentId, int position, @Nullable String label,
			@Nullable Long categoryId, @Nullable Long pageId, @Nullable Long articleId, @Nullable Long tagId,
			@Nullable String url) {

		static ItemRecord of(Change<MenuItemRow> change, Map<String, Long> menus, Map<String, Long> items) {
			MenuItemRow row = change.row();
			Long parent = (row.parent() != null) ? items.get(row.parent()) : null;
			return new ItemRecord(change.id(), Objects.requireNonNull(menus.get(row.menu())), parent, row.position(),
					row.label(), target(row, Kind.CATEGORY), target(row, Kind.PAGE), target(row, Kind.ARTICLE),
					target(row, Kind.TAG), row.url());
		}

		private static @Nullable Long target(MenuItemRow row, Kind kind) {
			return (row.kind() == kind) ? row.targetId() : null;
		}

	}

}
