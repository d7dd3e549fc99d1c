package id.warta.menu;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import id.warta.platform.NodeId;
import id.warta.platform.Rows;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The menus with all their items, for the newsroom alone.
 */
@Component
class NewsroomMenus {

	private static final long TOP = 0;

	private final DatabaseClient database;

	NewsroomMenus(DatabaseClient database) {
		this.database = database;
	}

	private record Row(@Nullable Long id, long parentId, @Nullable String label, @Nullable NodeId target,
			@Nullable String targetName, @Nullable String url, boolean visible) {

		static Row of(Readable row) {
			String type = row.get("target_type", String.class);
			return new Row(row.get("id", Long.class), Objects.requireNonNullElse(row.get("parent_id", Long.class), TOP),
					row.get("label", String.class),
					(type != null) ? new NodeId(type, Rows.required(row, "target_id", Long.class)) : null,
					row.get("target_name", String.class), row.get("url", String.class),
					Rows.required(row, "visible", Boolean.class));
		}

	}

	private record ItemOf(NewsroomMenu menu, Row row) {

	}

	/**
	 * All menus, by slug.
	 */
	Flux<NewsroomMenu> all(Viewer viewer) {
		viewer.require(Permission.MANAGE_PAGES);
		return read(null);
	}

	/**
	 * A menu; empty if there is none.
	 */
	Mono<NewsroomMenu> byId(Viewer viewer, String id) {
		viewer.require(Permission.MANAGE_PAGES);
		return byKey(NodeId.parse(id, Menus.SUBJECT, "id"));
	}

	Mono<NewsroomMenu> byKey(long id) {
		return read(id).next();
	}

	private Flux<NewsroomMenu> read(@Nullable Long id) {
		return this.database
			.sql("""
					select m.id as menu_id, m.slug as menu_slug, m.name as menu_name, m.revision, i.id, i.parent_id, i.label,
					    i.url, coalesce(c.name, t.name, p.title, a.title) as target_name,
					    case when c.id is not null then 'Category' when t.id is not null then 'Tag'
					        when p.id is not null then 'Page' when a.id is not null then 'Article' end as target_type,
					    coalesce(c.id, t.id, p.id, a.id) as target_id,
					    coalesce(p.status = 'PUBLISHED', a.visible, true) as visible
					from menu m left join menu_item i on i.menu_id = m.id
					left join category c on c.id = i.category_id
					left join tag t on t.id = i.tag_id
					left join page p on p.id = i.page_id
					left join article a on a.id = i.article_id
					where m.id = :id or :id = 0
					order by m.slug, i.position, i.id""")
			.bind("id", (id != null) ? id : 0L)
			.map((row) -> new ItemOf(menu(row), Row.of(row)))
			.all()
			.bufferUntilChanged(ItemOf::menu)
			.map(NewsroomMenus::filled);
	}

	private static NewsroomMenu menu(Readable row) {
		return new NewsroomMenu(Rows.required(row, "menu_id", Long.class),
				Rows.required(row, "menu_slug", String.class), Rows.required(row, "menu_name", String.class),
				Rows.required(row, "revision", Integer.class), List.of());
	}

	private static NewsroomMenu filled(List<ItemOf> rows) {
		NewsroomMenu menu = rows.get(0).menu();
		Map<Long, List<Row>> byParent = rows.stream()
			.map(ItemOf::row)
			.filter((row) -> row.id() != null)
			.collect(Collectors.groupingBy(Row::parentId));
		return new NewsroomMenu(menu.key(), menu.slug(), menu.name(), menu.revision(), items(TOP, byParent));
	}

	private static List<NewsroomMenuItem> items(long parentId, Map<Long, List<Row>> byParent) {
		return byParent.getOrDefault(parentId, List.of())
			.stream()
			.map((row) -> new NewsroomMenuItem(row.label(), Objects.toString(row.target(), null), row.targetName(),
					row.url(), row.visible(), items(Objects.requireNonNull(row.id()), byParent)))
			.toList();
	}

}
