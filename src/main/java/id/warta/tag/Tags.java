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

	private final Replica<Catalogue<Tag>> catalogue;

	Tags(DatabaseClient database, Replicas replicas) {
		this.catalogue = replicas.of(database.sql("select id, slug, name, description from tag")
			.map(Tags::tag)
			.all()
			.collectList()
			.map((tags) -> new Catalogue<>("t", tags, Tag::slug, Tag::name)), CHANGED);
	}

	private static Tag tag(Readable row) {
		return new Tag(Objects.requireNonNull(row.get("id", Long.class)),
				Objects.requireNonNull(row.get("slug", String.class)),
				Objects.requireNonNull(row.get("name", String.class)), row.get("description", String.class));
	}

	public @Nullable Tag byId(long id) {
		return catalogue().byId(id);
	}

	public @Nullable Tag bySlug(String slug) {
		return catalogue().bySlug(slug);
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
