package id.warta.importer.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Writes articles with what they are related to.
 */
@Component
public class ArticleWriter {

	private static final String WRITE = """
			insert into article as a (id, slug, status, title, excerpt, body, plain_text, word_count, reading_minutes,
				language, lead_media_id, featured, published_at, created_at, updated_at)
			select id, slug, status, title, excerpt, body, plain_text, word_count, reading_minutes, language,
				lead_media_id, featured, published_at, coalesce(created_at, published_at, now()),
				coalesce(updated_at, published_at, now())
			from jsonb_to_recordset(:rows) as r(id bigint, slug text, status text, title text, excerpt text, body text,
				plain_text text, word_count integer, reading_minutes integer, language text, lead_media_id bigint,
				featured boolean, published_at timestamptz, created_at timestamptz, updated_at timestamptz)
			on conflict (id) do update set slug = excluded.slug, status = excluded.status, title = excluded.title,
				excerpt = excluded.excerpt, body = excluded.body, plain_text = excluded.plain_text,
				word_count = excluded.word_count, reading_minutes = excluded.reading_minutes,
				language = excluded.language, lead_media_id = excluded.lead_media_id, featured = excluded.featured,
				published_at = excluded.published_at, revision = a.revision + 1,
				updated_at = case when excluded.updated_at > a.updated_at then excluded.updated_at else now() end""";

	private static final String RETIRE_SLUGS = """
			insert into article_slug_history (slug, article_id)
			select distinct on (slug) slug, id from jsonb_to_recordset(:rows) as r(id bigint, slug text)
			where not exists (select from article where article.slug = r.slug)
			on conflict (slug) do nothing""";

	private final DatabaseClient database;

	private final Ledger ledger;

	private final FreeSlugs freeSlugs;

	private final ArticleRelations relations;

	ArticleWriter(DatabaseClient database, Ledger ledger, FreeSlugs freeSlugs, ArticleRelations relations) {
		this.database = database;
		this.ledger = ledger;
		this.freeSlugs = freeSlugs;
		this.relations = relations;
	}

	public Mono<Written> write(String source, List<ArticleRow> rows) {
		return this.ledger.plan(source, Kind.ARTICLE, rows)
			.flatMap((plan) -> write(source, plan).thenReturn(Written.of(plan)));
	}

	private Mono<Void> write(String source, Plan<ArticleRow> plan) {
		List<Change<ArticleRow>> changes = plan.changes();
		if (changes.isEmpty()) {
			return Mono.empty();
		}
		Map<Long, String> wanted = changes.stream()
			.collect(Collectors.toMap(Change::id, (change) -> change.row().slug()));
		return this.freeSlugs.find(Kind.ARTICLE, wanted, changes)
			.flatMap((slugs) -> write(changes, slugs).then(retireSlugs(changes, slugs)))
			.then(this.relations.write(changes))
			.then(this.ledger.settle(source, Kind.ARTICLE, changes.stream().map(Settlement::of).toList()));
	}

	private Mono<Void> write(List<Change<ArticleRow>> changes, Map<Long, String> slugs) {
		List<ArticleRecord> records = changes.stream()
			.map((change) -> ArticleRecord.of(change, Objects.requireNonNull(slugs.get(change.id()))))
			.toList();
		return this.database.sql(WRITE).bind("rows", JsonRows.of(records)).then();
	}

	private Mono<Void> retireSlugs(List<Change<ArticleRow>> changes, Map<Long, String> slugs) {
		List<RetiredSlug> retired = new ArrayList<>();
		for (Change<ArticleRow> change : changes) {
			change.row().oldSlugs().forEach((slug) -> retired.add(new RetiredSlug(change.id(), slug)));
			String slug = change.slug();
			if (slug != null && !slug.equals(slugs.get(change.id()))) {
				retired.add(new RetiredSlug(change.id(), slug));
			}
		}
		return retired.isEmpty() ? Mono.empty()
				: this.database.sql(RETIRE_SLUGS).bind("rows", JsonRows.of(retired)).then();
	}

	private record RetiredSlug(long id, String slug) {

	}

	private record ArticleRecord(long id, String slug, String status, String title, @Nullable String excerpt,
			String body, String plainText, int wordCount, int readingMinutes, String language,
			@Nullable Long leadMediaId, boolean featured, @Nullable Instant publishedAt, @Nullable Instant createdAt,
			@Nullable Instant updatedAt) {

		static ArticleRecord of(Change<ArticleRow> change, String slug) {
			ArticleRow row = change.row();
			return new ArticleRecord(change.id(), slug, row.status(), row.title(), row.excerpt(), row.text().body(),
					row.text().plainText(), row.text().wordCount(), row.text().readingMinutes(), row.language(),
					row.leadMediaId(), row.featured(), row.publishedAt(), row.createdAt(), row.updatedAt());
		}

	}

}
