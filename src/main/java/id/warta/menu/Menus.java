package id.warta.menu;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.ArticleEvents;
import id.warta.category.Categories;
import id.warta.eventlog.Replica;
import id.warta.eventlog.Replicas;
import id.warta.page.Pages;
import id.warta.platform.Node;
import id.warta.platform.NodeId;
import id.warta.platform.NodeLoader;
import id.warta.site.Addresses;
import id.warta.tag.Tags;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * All menus, held in memory. Items whose target readers may not see are left out, with
 * what is below them.
 */
@Component
class Menus implements NodeLoader {

	/** The kind of the events that say that menus have changed. */
	static final String CHANGED = "MENU_CHANGED";

	/** The GraphQL type of these events' subject. */
	static final String SUBJECT = "Menu";

	private static final long TOP = 0;

	private final Replica<Map<String, Menu>> menus;

	Menus(DatabaseClient database, Replicas replicas) {
		this.menus = replicas.of(load(database), CHANGED, Categories.CHANGED, Pages.CHANGED, Tags.CHANGED,
				ArticleEvents.PUBLISHED, ArticleEvents.UPDATED, ArticleEvents.CORRECTED, ArticleEvents.WITHDRAWN);
	}

	private static Mono<Map<String, Menu>> load(DatabaseClient database) {
		return database
			.sql("""
					select m.id as menu_id, m.slug as menu_slug, m.name as menu_name, i.id, i.parent_id, i.position, i.url,
					    coalesce(i.label, c.name, t.name, p.title, a.title) as label,
					    case when c.id is not null then 'Category' when t.id is not null then 'Tag'
					        when p.id is not null then 'Page' when a.id is not null then 'Article' end as target_type,
					    coalesce(c.id, t.id, p.id, a.id) as target_id, coalesce(c.slug, t.slug, p.slug, a.slug) as target_slug
					from menu m left join menu_item i on i.menu_id = m.id
					left join category c on c.id = i.category_id
					left join tag t on t.id = i.tag_id
					left join page p on p.id = i.page_id and p.status = 'PUBLISHED'
					left join article a on a.id = i.article_id and a.visible
					order by m.slug""")
			.map(Row::of)
			.all()
			.collectList()
			.map((rows) -> rows.stream()
				.collect(Collectors.groupingBy(Row::menuSlug, TreeMap::new,
						Collectors.collectingAndThen(Collectors.toList(), Menus::menu))));
	}

	private record Row(long menuId, String menuSlug, String menuName, @Nullable Long id, long parentId, int position,
			@Nullable String label, @Nullable String url, @Nullable NodeId target) {

		static Row of(Readable row) {
			Long id = row.get("id", Long.class);
			String type = row.get("target_type", String.class);
			NodeId target = (type != null) ? new NodeId(type, Objects.requireNonNull(row.get("target_id", Long.class)))
					: null;
			String slug = row.get("target_slug", String.class);
			return new Row(Objects.requireNonNull(row.get("menu_id", Long.class)),
					Objects.requireNonNull(row.get("menu_slug", String.class)),
					Objects.requireNonNull(row.get("menu_name", String.class)), id,
					Objects.requireNonNullElse(row.get("parent_id", Long.class), TOP),
					Objects.requireNonNullElse(row.get("position", Integer.class), 0), row.get("label", String.class),
					(target != null && slug != null) ? Addresses.path(target.type(), slug)
							: row.get("url", String.class),
					target);
		}

	}

	private static Menu menu(List<Row> rows) {
		Row first = rows.get(0);
		Map<Long, List<Row>> byParent = rows.stream()
			.filter((row) -> row.id() != null && row.label() != null && row.url() != null)
			.sorted(Comparator.comparingInt(Row::position).thenComparing(Row::id))
			.collect(Collectors.groupingBy(Row::parentId));
		return new Menu(first.menuId(), first.menuSlug(), first.menuName(), items(TOP, byParent));
	}

	private static List<MenuItem> items(long parentId, Map<Long, List<Row>> byParent) {
		return byParent.getOrDefault(parentId, List.of())
			.stream()
			.map((row) -> new MenuItem(Objects.requireNonNull(row.label()), Objects.requireNonNull(row.url()),
					row.target(), items(Objects.requireNonNull(row.id()), byParent)))
			.toList();
	}

	/**
	 * All menus, by slug.
	 */
	Map<String, Menu> bySlug() {
		return this.menus.value();
	}

	Map<Long, Menu> byId() {
		return bySlug().values().stream().collect(Collectors.toMap(Menu::id, Function.identity()));
	}

	@Override
	public String type() {
		return SUBJECT;
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return NodeLoader.held(ids, byId()::get);
	}

}
