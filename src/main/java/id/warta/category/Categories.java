package id.warta.category;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import graphql.schema.DataFetchingEnvironment;
import id.warta.eventlog.Replica;
import id.warta.eventlog.Replicas;
import id.warta.platform.Node;
import id.warta.platform.NodeLoader;
import id.warta.platform.Tree;
import id.warta.platform.term.SlugRegister;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * The tree of categories, held in memory.
 */
@Service
public class Categories implements NodeLoader {

	/** The kind of the events that say that categories have changed. */
	public static final String CHANGED = "CATEGORY_CHANGED";

	static final String COLUMNS = "id, parent_id, slug, name, description";

	private final Replica<Tree<Category>> tree;

	private final Replica<Map<String, Long>> former;

	Categories(DatabaseClient database, Replicas replicas) {
		this.tree = replicas.of(database.sql("select " + COLUMNS + " from category order by position, name, id")
			.map(Categories::category)
			.all()
			.collectList()
			.map((categories) -> new Tree<>(categories, Category::parentId, Category::slug)), CHANGED);
		this.former = replicas.of(new SlugRegister(database, "category").former(), CHANGED);
	}

	static Category category(Readable row) {
		return new Category(Objects.requireNonNull(row.get("id", Long.class)), row.get("parent_id", Long.class),
				Objects.requireNonNull(row.get("slug", String.class)),
				Objects.requireNonNull(row.get("name", String.class)), row.get("description", String.class));
	}

	/**
	 * All categories, in no order.
	 */
	public Collection<Category> all() {
		return tree().all();
	}

	public @Nullable Category byId(long id) {
		return tree().byId(id);
	}

	public @Nullable Category bySlug(String slug) {
		return tree().bySlug(slug);
	}

	/**
	 * The category that had a slug before which nothing has now, or the one that it was
	 * merged into.
	 */
	public @Nullable Category byFormerSlug(String slug) {
		Long id = this.former.value().get(slug);
		return (id != null && bySlug(slug) == null) ? byId(id) : null;
	}

	/**
	 * The way from the top down to a category, itself included; empty if there is none
	 * with this id.
	 */
	public List<Category> path(long id) {
		Category category = byId(id);
		return (category != null) ? tree().path(category) : List.of();
	}

	/**
	 * A category and all below it.
	 */
	public Stream<Category> withDescendants(Category category) {
		return Stream.concat(Stream.of(category), tree().children(category).stream().flatMap(this::withDescendants));
	}

	/**
	 * Reads anew what this node holds, for whoever has just changed it.
	 */
	Mono<Void> refresh() {
		return Mono.when(this.tree.fresh(), this.former.fresh());
	}

	Tree<Category> tree() {
		return this.tree.value();
	}

	@Override
	public String type() {
		return "Category";
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return NodeLoader.held(ids, this::byId);
	}

}
