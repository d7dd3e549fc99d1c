package id.warta.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.schema.DataFetchingEnvironment;
import id.warta.eventlog.Replica;
import id.warta.eventlog.Replicas;
import id.warta.platform.Node;
import id.warta.platform.NodeLoader;
import id.warta.platform.Tree;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * All published pages, held in memory but for their texts.
 */
@Service
public class Pages implements NodeLoader {

	/** The kind of the events that say that pages have changed. */
	public static final String CHANGED = "PAGE_CHANGED";

	/** The GraphQL type of these events' subject. */
	static final String SUBJECT = "Page";

	private final DatabaseClient database;

	private final Replica<Tree<Page>> tree;

	private final Replica<Map<String, Long>> formerSlugs;

	Pages(DatabaseClient database, Replicas replicas) {
		this.database = database;
		this.tree = replicas.of(database.sql("""
				select id, parent_id, slug, title, updated_at from page where status = 'PUBLISHED'
				order by position, title, id""")
			.map(Page::of)
			.all()
			.collectList()
			.map((pages) -> new Tree<>(pages, Page::parentId, Page::slug)), CHANGED);
		this.formerSlugs = replicas.of(database.sql("select slug, page_id as id from page_slug_history")
			.map((row) -> Map.entry(Objects.requireNonNull(row.get("slug", String.class)),
					Objects.requireNonNull(row.get("id", Long.class))))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue), CHANGED);
	}

	/**
	 * All pages that readers see, in no order.
	 */
	public Collection<Page> all() {
		return tree().all();
	}

	public @Nullable Page byId(long id) {
		return tree().byId(id);
	}

	public @Nullable Page bySlug(String slug) {
		return tree().bySlug(slug);
	}

	/**
	 * The page that had a slug before, and that no other page has taken it from.
	 */
	public @Nullable Page byFormerSlug(String slug) {
		Long id = this.formerSlugs.value().get(slug);
		return (id != null) ? byId(id) : null;
	}

	/**
	 * The way from the top of the tree down to a page, itself included.
	 */
	public List<Page> path(Page page) {
		return tree().path(page);
	}

	Tree<Page> tree() {
		return this.tree.value();
	}

	/**
	 * The texts of pages, by their ids, in one statement.
	 */
	Mono<Map<Long, String>> bodies(Collection<Long> ids) {
		return this.database.sql("select id, body from page where id = any(:ids) and status = 'PUBLISHED'")
			.bind("ids", ids.toArray(Long[]::new))
			.map((row) -> Map.entry(Objects.requireNonNull(row.get("id", Long.class)),
					Objects.requireNonNull(row.get("body", String.class))))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	@Override
	public String type() {
		return SUBJECT;
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return NodeLoader.held(ids, this::byId);
	}

}
