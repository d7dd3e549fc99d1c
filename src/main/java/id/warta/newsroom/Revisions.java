package id.warta.newsroom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.warta.article.Contribution;
import id.warta.article.ContributorRole;
import id.warta.platform.Connection;
import id.warta.platform.Cursor;
import id.warta.platform.InvalidInputException;
import id.warta.platform.Keyset;
import id.warta.platform.PageArguments;
import id.warta.platform.access.Viewer;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * What articles were after each edit.
 */
@Component
class Revisions {

	/** The name that its cursors carry. */
	static final String LIST = "ar";

	private static final TypeReference<Map<String, @Nullable Object>> CONTENT = new TypeReference<>() {
	};

	private static final String COLUMNS = """
			r.revision, r.saved_at, r.staff_name, r.action, %s as content, %s as former""";

	private static final String FORMER = """
			(select b.content from article_revision b where b.article_id = r.article_id and b.revision = r.revision - 1)""";

	private final DatabaseClient database;

	private final JsonMapper json;

	Revisions(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/**
	 * To be done before the first edit here of an article that came from elsewhere.
	 */
	Mono<Void> keepFound(long article) {
		return this.database.sql("""
				insert into article_revision (article_id, revision, saved_at, staff_name, action, content)
				select id, revision, updated_at, '', 'found', article_content(id) from article where id = :id
				on conflict do nothing""").bind("id", article).then();
	}

	/**
	 * Keeps what an article is after an edit.
	 */
	Mono<Void> keep(Viewer viewer, long article, String action) {
		return this.database
			.sql("""
					insert into article_revision (article_id, revision, staff_id, staff_name, action, content)
					select id, revision, nullif(:staff, 0), :name, :action, article_content(id) from article where id = :id""")
			.bind("id", article)
			.bind("staff", (viewer.staffId() != null) ? viewer.staffId() : 0L)
			.bind("name", viewer.name())
			.bind("action", action)
			.then();
	}

	/**
	 * How much of revisions is read: the bodies may be long, and there are two for each.
	 *
	 * @param whole whether more is wanted than the title
	 * @param former whether what was before is wanted
	 */
	record Extent(boolean whole, boolean former) {

		String columns() {
			return COLUMNS.formatted(this.whole ? "r.content" : "jsonb_build_object('title', r.content -> 'title')",
					this.former ? FORMER : "null::jsonb");
		}

	}

	/**
	 * A page of an article's revisions, the newest first.
	 */
	Mono<Connection<ArticleRevision>> page(long article, PageArguments page, Extent extent) {
		Keyset keyset = new Keyset(page, "r.saved_at", "r.revision", true);
		return keyset
			.bind(this.database
				.sql("select " + extent.columns() + " from article_revision r where r.article_id = :id" + keyset.sql()))
			.bind("id", article)
			.map(this::revision)
			.all()
			.collectList()
			.map((rows) -> Connection.of(rows, page,
					(revision) -> Cursor.of(LIST, revision.savedAt(), revision.revision())));
	}

	/**
	 * One revision; empty if there is none.
	 */
	Mono<ArticleRevision> find(long article, int revision) {
		return this.database
			.sql("select " + new Extent(true, false).columns()
					+ " from article_revision r where r.article_id = :id and r.revision = :revision")
			.bind("id", article)
			.bind("revision", revision)
			.map(this::revision)
			.one();
	}

	private ArticleRevision revision(Readable row) {
		Json former = row.get("former", Json.class);
		return new ArticleRevision(Objects.requireNonNull(row.get("revision", Integer.class)),
				Objects.requireNonNull(row.get("saved_at", Instant.class)),
				Objects.requireNonNull(row.get("staff_name", String.class)),
				Objects.requireNonNull(row.get("action", String.class)),
				content(Objects.requireNonNull(row.get("content", Json.class))),
				(former != null) ? content(former) : null);
	}

	private Map<String, @Nullable Object> content(Json json) {
		return this.json.readValue(json.asString(), CONTENT);
	}

	/**
	 * The edit that makes an article again what it was, but for its slug.
	 * @throws InvalidInputException with {@code NOT_FOUND}, within the result, if there
	 * is no such revision
	 */
	Mono<ArticleEdit> edit(long article, int revision) {
		return this.database
			.sql("""
					select jsonb_build_object(
					    'columns', r.content - '{slug,authors,categories,tags}'::text[] || jsonb_build_object('lead_media_id',
					        (select m.id from media m where m.id = (r.content ->> 'lead_media_id')::bigint)),
					    'authors', (select coalesce(jsonb_agg(v order by n), '[]') from jsonb_array_elements(r.content -> 'authors')
					        with ordinality as e (v, n) join author w on w.id = (v ->> 0)::bigint),
					    'categories', (select coalesce(jsonb_agg(v order by n), '[]')
					        from jsonb_array_elements(r.content -> 'categories') with ordinality as e (v, n)
					        join category c on c.id = v::bigint),
					    'tags', (select coalesce(jsonb_agg(v order by n), '[]') from jsonb_array_elements(r.content -> 'tags')
					        with ordinality as e (v, n) join tag t on t.id = v::bigint)) as content
					from article_revision r where r.article_id = :id and r.revision = :revision""")
			.bind("id", article)
			.bind("revision", revision)
			.map((row) -> this.json.readValue(Objects.requireNonNull(row.get("content", Json.class)).asString(),
					Former.class))
			.one()
			.map(Former::edit)
			.switchIfEmpty(Mono
				.error(() -> new InvalidInputException("NOT_FOUND", "restore", "The article has no such revision")));
	}

	private record Former(Map<String, @Nullable Object> columns, List<List<String>> authors, List<Long> categories,
			List<Long> tags) {

		ArticleEdit edit() {
			List<Contribution> contributions = new ArrayList<>();
			this.authors.forEach((author) -> contributions
				.add(new Contribution(Long.parseLong(author.get(0)), ContributorRole.valueOf(author.get(1)))));
			return new ArticleEdit(new HashMap<>(this.columns), contributions, this.categories, this.tags);
		}

	}

}
