package id.warta.tag;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;

import graphql.schema.DataFetchingEnvironment;
import id.warta.eventlog.Replica;
import id.warta.eventlog.Replicas;
import id.warta.platform.Catalogue;
import id.warta.platform.Node;
import id.warta.platform.NodeLoader;
import id.warta.platform.term.SlugRegister;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * All tags, held in memory.
 */
@Service
public class Tags implements NodeLoader {

	/** The kind of the events that say that tags have changed. */
	public static final String CHANGED = "TAG_CHANGED";

	static final String COLUMNS = "id, slug, name, description";

	private final Replica<Catalogue<Tag>> catalogue;

	private final Replica<Map<String, Long>> former;

	Tags(DatabaseClient database, Replicas replicas) {
		this.catalogue = replicas.of(database.sql("select " + COLUMNS + " from tag")
			.map(Tags::tag)
			.all()
			.collectList()
			.map((tags) -> new Catalogue<>("t", tags, Tag::slug, Tag::name)), CHANGED);
		this.former = replicas.of(new SlugRegister(database, "tag").former(), CHANGED);
	}

	static Tag tag(Readable row) {
		return new Tag(Objects.requireNonNull(row.get("id", Long.class)),
				Objects.requireNonNull(row.get("slug", String.class)),
				Objects.requireNonNull(row.get("name", String.class)), row.get("description", String.class));
	}

	/**
	 * All tags by name.
	 */
	public Collection<Tag> all() {
		return catalogue().all();
	}

	public @Nullable Tag byId(long id) {
		return catalogue().byId(id);
	}

	public @Nullable Tag bySlug(String slug) {
		return catalogue().bySlug(slug);
	}

	/**
	 * The tag that had a slug before which nothing has now, or the one that it was merged
	 * into.
	 */
	public @Nullable Tag byFormerSlug(String slug) {
		Long id = this.former.value().get(slug);
		return (id != null && bySlug(slug) == null) ? byId(id) : null;
	}

	/**
	 * Reads anew what this node holds, for whoever has just changed it.
	 */
	Mono<Void> refresh() {
		return Mono.when(this.catalogue.fresh(), this.former.fresh());
	}

	Catalogue<Tag> catalogue() {
		return this.catalogue.value();
	}

	@Override
	public String type() {
		return "Tag";
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return NodeLoader.held(ids, this::byId);
	}

}
