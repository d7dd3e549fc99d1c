package id.warta.author;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Contribution;
import id.warta.article.ContributorRole;
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
 * All authors, held in memory.
 */
@Service
public class Authors implements NodeLoader {

	/** The kind of the events that say that authors have changed. */
	public static final String CHANGED = "AUTHOR_CHANGED";

	static final String COLUMNS = "id, slug, name, job_title, biography, url, picture_id";

	private final Replica<Catalogue<Author>> catalogue;

	private final Replica<Map<String, Long>> former;

	Authors(DatabaseClient database, Replicas replicas) {
		this.catalogue = replicas.of(database.sql("select " + COLUMNS + " from author")
			.map(Authors::author)
			.all()
			.collectList()
			.map((authors) -> new Catalogue<>("w", authors, Author::slug, Author::name)), CHANGED);
		this.former = replicas.of(new SlugRegister(database, "author").former(), CHANGED);
	}

	static Author author(Readable row) {
		return new Author(Objects.requireNonNull(row.get("id", Long.class)),
				Objects.requireNonNull(row.get("slug", String.class)),
				Objects.requireNonNull(row.get("name", String.class)), row.get("job_title", String.class),
				row.get("biography", String.class), row.get("url", String.class), row.get("picture_id", Long.class));
	}

	/**
	 * All authors by name.
	 */
	public Collection<Author> all() {
		return catalogue().all();
	}

	public @Nullable Author byId(long id) {
		return catalogue().byId(id);
	}

	public @Nullable Author bySlug(String slug) {
		return catalogue().bySlug(slug);
	}

	/**
	 * Those whose text it is, once each: writers and contributors.
	 */
	public List<Author> byline(List<Contribution> contributions) {
		return contributions.stream()
			.filter((contribution) -> contribution.role() == ContributorRole.WRITER
					|| contribution.role() == ContributorRole.CONTRIBUTOR)
			.map((contribution) -> byId(contribution.authorId()))
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

	/**
	 * A byline as readers see it.
	 */
	public List<Credit> credits(List<Contribution> contributions) {
		return contributions.stream().map(this::credit).filter(Objects::nonNull).toList();
	}

	private @Nullable Credit credit(Contribution contribution) {
		Author author = byId(contribution.authorId());
		return (author != null) ? new Credit(author, contribution.role()) : null;
	}

	/**
	 * The author who had a slug before which nobody has now, or the one whom they were
	 * merged into.
	 */
	public @Nullable Author byFormerSlug(String slug) {
		Long id = this.former.value().get(slug);
		return (id != null && bySlug(slug) == null) ? byId(id) : null;
	}

	/**
	 * Reads anew what this node holds, for whoever has just changed it.
	 */
	Mono<Void> refresh() {
		return Mono.when(this.catalogue.fresh(), this.former.fresh());
	}

	Catalogue<Author> catalogue() {
		return this.catalogue.value();
	}

	@Override
	public String type() {
		return "Author";
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return NodeLoader.held(ids, this::byId);
	}

}
