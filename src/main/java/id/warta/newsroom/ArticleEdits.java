package id.warta.newsroom;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.warta.article.ArticleRelation;
import id.warta.article.ArticleText;
import id.warta.article.ArticleType;
import id.warta.article.Contribution;
import id.warta.platform.HtmlSanitiser;
import id.warta.platform.InvalidInputException;
import io.r2dbc.postgresql.codec.Json;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;

/**
 * Writes what an edit makes of an article. All of it runs in the transaction of whoever
 * has locked the article.
 */
@Component
class ArticleEdits {

	/** What the JSON doesn't hold keeps its value. */
	private static final String WRITE = """
			update article a set revision = revision + 1, updated_at = now(),
			    (slug, type, title, subtitle, excerpt, body, plain_text, word_count, reading_minutes, language, sponsor,
			        featured, lead_media_id, lead_caption) = (
			        select r.slug, r.type, r.title, r.subtitle, r.excerpt, r.body, r.plain_text, r.word_count,
			            r.reading_minutes, r.language, r.sponsor, r.featured, r.lead_media_id, r.lead_caption
			        from jsonb_populate_record(a, :columns) r)
			where id = :id returning visible""";

	private static final String CLEAR = "delete from %s where article_id = :article returning %s";

	private static final String FILL = """
			insert into %1$s (article_id, position, %2$s)
			select :article, r.place - 1, t.id
			from unnest(:ids) with ordinality as r (id, place) join %3$s t on t.id = r.id""";

	private static final String FILL_AUTHORS = """
			insert into article_author (article_id, position, author_id, role)
			select :article, r.place - 1, t.id, r.role
			from unnest(:ids, :roles) with ordinality as r (id, role, place) join author t on t.id = r.id""";

	private final DatabaseClient database;

	private final ArticleSlugs slugs;

	private final ArticleLinks links;

	private final JsonMapper json;

	ArticleEdits(DatabaseClient database, ArticleSlugs slugs, ArticleLinks links, JsonMapper json) {
		this.database = database;
		this.slugs = slugs;
		this.links = links;
		this.json = json;
	}

	/**
	 * What an edit did.
	 *
	 * @param former what the article was filed under before, of what was filed anew
	 * @param visible whether readers see it now
	 */
	record Done(Map<ArticleRelation, List<Long>> former, boolean visible) {

	}

	/**
	 * To be done before the article is locked: a category that moves locks the filings
	 * first and the articles second.
	 */
	Mono<Void> prepare() {
		return this.database.sql("lock table article_category in row exclusive mode").then();
	}

	/**
	 * Writes the next revision.
	 */
	Mono<Done> write(LockedArticle article, ArticleEdit edit) {
		requireSponsor(article, edit);
		return this.slugs.move(article, edit.text(ArticleEdit.SLUG))
			.then(requireLeadMedia(edit))
			.then(requireOwnLanguage(article, edit.text(ArticleEdit.LANGUAGE)))
			.then(file(article.id(), edit))
			.flatMap((former) -> fill(article, edit).map((visible) -> new Done(former, visible)));
	}

	/** A long text takes a while to be sanitised. */
	private Mono<Boolean> fill(LockedArticle article, ArticleEdit edit) {
		return Mono.fromSupplier(() -> columns(article, edit))
			.subscribeOn(Schedulers.boundedElastic())
			.delayUntil((columns) -> (columns.get(ArticleEdit.BODY) instanceof String body)
					? this.links.write(article, body) : Mono.empty())
			.flatMap((columns) -> write(article.id(), columns));
	}

	private Mono<Void> requireOwnLanguage(LockedArticle article, @Nullable String language) {
		return (language == null) ? Mono.empty()
				: this.database.sql("""
						select count(*) from article a join article o on o.translation_group_id = a.translation_group_id
						where a.id = :id and o.id <> a.id and o.language = :language""")
					.bind("id", article.id())
					.bind("language", language)
					.mapValue(Long.class)
					.one()
					.filter((others) -> others == 0)
					.switchIfEmpty(Mono.error(() -> new InvalidInputException("LANGUAGE_TAKEN",
							ArticleEdit.CONTENT + ArticleEdit.LANGUAGE, "There is a translation in this language")))
					.then();
	}

	private static void requireSponsor(LockedArticle article, ArticleEdit edit) {
		String type = edit.text(ArticleEdit.TYPE);
		boolean sponsored = ((type != null) ? ArticleType.valueOf(type) : article.type()) == ArticleType.SPONSORED;
		String sponsor = edit.columns().containsKey(ArticleEdit.SPONSOR) ? edit.text(ArticleEdit.SPONSOR)
				: article.sponsor();
		if (sponsored != (sponsor != null)) {
			throw InvalidInputException.badArgument(ArticleEdit.CONTENT + ArticleEdit.SPONSOR,
					sponsored ? "A sponsored article names its sponsor" : "Only a sponsored article has a sponsor");
		}
	}

	private Mono<Void> requireLeadMedia(ArticleEdit edit) {
		if (!(edit.columns().get(ArticleEdit.LEAD_MEDIA) instanceof Number media)) {
			return Mono.empty();
		}
		return this.database.sql("select kind <> 'IMAGE' or alt <> '' as described from media where id = :id for share")
			.bind("id", media.longValue())
			.mapValue(Boolean.class)
			.one()
			.switchIfEmpty(Mono.error(() -> new InvalidInputException("NOT_FOUND", ArticleEdit.CONTENT + "leadMediaId",
					"There is no such medium")))
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(() -> new InvalidInputException("ALT_MISSING",
					ArticleEdit.CONTENT + "leadMediaId", "A lead picture needs an 'alt' that says what it shows")))
			.then();
	}

	private Mono<Map<ArticleRelation, List<Long>>> file(long article, ArticleEdit edit) {
		return Flux.fromArray(ArticleRelation.values())
			.filter((relation) -> wanted(relation, edit) != null)
			.concatMap((relation) -> clear(article, relation).delayUntil((former) -> fill(article, relation, edit))
				.map((former) -> Map.entry(relation, former)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue, () -> new EnumMap<>(ArticleRelation.class));
	}

	private static @Nullable List<Long> wanted(ArticleRelation relation, ArticleEdit edit) {
		return switch (relation) {
			case CATEGORIES -> edit.categoryIds();
			case TAGS -> edit.tagIds();
			case AUTHORS -> authorIds(edit.contributions());
		};
	}

	private static @Nullable List<Long> authorIds(@Nullable List<Contribution> contributions) {
		return (contributions != null) ? contributions.stream().map(Contribution::authorId).toList() : null;
	}

	private Mono<List<Long>> clear(long article, ArticleRelation relation) {
		return this.database.sql(CLEAR.formatted(relation.table(), relation.column()))
			.bind("article", article)
			.mapValue(Long.class)
			.all()
			.collectList();
	}

	private Mono<Void> fill(long article, ArticleRelation relation, ArticleEdit edit) {
		List<Long> ids = wanted(relation, edit);
		if (ids == null || ids.isEmpty()) {
			return Mono.empty();
		}
		return fill(relation, edit.contributions()).bind("article", article)
			.bind("ids", ids.toArray(Long[]::new))
			.fetch()
			.rowsUpdated()
			.filter((written) -> written == ids.size())
			.switchIfEmpty(Mono.error(() -> unknown(relation)))
			.then();
	}

	private GenericExecuteSpec fill(ArticleRelation relation, @Nullable List<Contribution> contributions) {
		return (relation == ArticleRelation.AUTHORS && contributions != null)
				? this.database.sql(FILL_AUTHORS)
					.bind("roles", contributions.stream().map((part) -> part.role().name()).toArray(String[]::new))
				: this.database.sql(FILL.formatted(relation.table(), relation.column(), relation.target()));
	}

	private static InvalidInputException unknown(ArticleRelation relation) {
		String field = switch (relation) {
			case CATEGORIES -> "categoryIds";
			case TAGS -> "tagIds";
			case AUTHORS -> "contributions";
		};
		return new InvalidInputException("NOT_FOUND", ArticleEdit.CONTENT + field,
				"'" + field + "' has one that there is not");
	}

	private static Map<String, @Nullable Object> columns(LockedArticle article, ArticleEdit edit) {
		Map<String, @Nullable Object> columns = new LinkedHashMap<>(edit.columns());
		String body = edit.text(ArticleEdit.BODY);
		if (body != null) {
			ArticleText text = ArticleText.of(HtmlSanitiser.clean(body, article.siteAddress()));
			columns.put(ArticleEdit.BODY, text.body());
			columns.put("plain_text", text.plainText());
			columns.put("word_count", text.wordCount());
			columns.put("reading_minutes", text.readingMinutes());
		}
		return columns;
	}

	private Mono<Boolean> write(long article, Map<String, @Nullable Object> columns) {
		return this.database.sql(WRITE)
			.bind("columns", Json.of(this.json.writeValueAsString(columns)))
			.bind("id", article)
			.mapValue(Boolean.class)
			.one();
	}

}
