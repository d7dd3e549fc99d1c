package id.warta.article;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import id.warta.platform.HtmlSanitiser;
import id.warta.platform.InvalidInputException;
import id.warta.platform.PlainText;
import io.r2dbc.postgresql.codec.Json;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;

/**
 * Writes what an edit makes of an article. All of it runs in the transaction of whoever
 * has locked the article.
 */
@Component
class ArticleEdits {

	private static final Pattern SPACE = Pattern.compile("\\s+");

	/** What the JSON doesn't hold keeps its value. */
	private static final String WRITE = """
			update article a set revision = revision + 1, updated_at = now(),
			    (title, subtitle, excerpt, body, plain_text, word_count, reading_minutes) = (
			        select r.title, r.subtitle, r.excerpt, r.body, r.plain_text, r.word_count, r.reading_minutes
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

	private final JsonMapper json;

	ArticleEdits(DatabaseClient database, JsonMapper json) {
		this.database = database;
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
	Mono<Void> prepare(ArticleEdit edit) {
		return (edit.categoryIds() == null) ? Mono.empty()
				: this.database.sql("lock table article_category in row exclusive mode").then();
	}

	/**
	 * Writes the next revision.
	 */
	Mono<Done> write(LockedArticle article, ArticleEdit edit) {
		return file(article.id(), edit).flatMap(
				(former) -> write(article.id(), columns(article, edit)).map((visible) -> new Done(former, visible)));
	}

	private Mono<Map<ArticleRelation, List<Long>>> file(long article, ArticleEdit edit) {
		return Flux.fromArray(ArticleRelation.values())
			.filter((relation) -> relation.wanted(edit) != null)
			.concatMap((relation) -> clear(article, relation).delayUntil((former) -> fill(article, relation, edit))
				.map((former) -> Map.entry(relation, former)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue, () -> new EnumMap<>(ArticleRelation.class));
	}

	private Mono<List<Long>> clear(long article, ArticleRelation relation) {
		return this.database.sql(CLEAR.formatted(relation.table(), relation.column()))
			.bind("article", article)
			.mapValue(Long.class)
			.all()
			.collectList();
	}

	private Mono<Void> fill(long article, ArticleRelation relation, ArticleEdit edit) {
		List<Long> ids = relation.wanted(edit);
		if (ids == null || ids.isEmpty()) {
			return Mono.empty();
		}
		return fill(relation, edit.contributions()).bind("article", article)
			.bind("ids", ids.toArray(Long[]::new))
			.fetch()
			.rowsUpdated()
			.filter((written) -> written == ids.size())
			.switchIfEmpty(Mono.error(() -> unknown(relation)))
			.onErrorMap(DataIntegrityViolationException.class, (deleted) -> unknown(relation))
			.then();
	}

	private GenericExecuteSpec fill(ArticleRelation relation, @Nullable List<Contribution> contributions) {
		return (relation == ArticleRelation.AUTHORS && contributions != null)
				? this.database.sql(FILL_AUTHORS)
					.bind("roles", contributions.stream().map((part) -> part.role().name()).toArray(String[]::new))
				: this.database.sql(FILL.formatted(relation.table(), relation.column(), relation.target()));
	}

	private static InvalidInputException unknown(ArticleRelation relation) {
		return InvalidInputException.badArgument(relation.key(), "'" + relation.key() + "' has one that there is not");
	}

	private static Map<String, @Nullable Object> columns(LockedArticle article, ArticleEdit edit) {
		Map<String, @Nullable Object> columns = new LinkedHashMap<>();
		putLine(columns, "title", edit.title());
		putLine(columns, "subtitle", edit.subtitle());
		putLine(columns, "excerpt", edit.excerpt());
		String body = edit.body();
		if (body != null) {
			ArticleText text = ArticleText.of(HtmlSanitiser.clean(body, article.siteAddress()));
			columns.put("body", text.body());
			columns.put("plain_text", text.plainText());
			columns.put("word_count", text.wordCount());
			columns.put("reading_minutes", text.readingMinutes());
		}
		return columns;
	}

	private static void putLine(Map<String, @Nullable Object> columns, String column, @Nullable String text) {
		if (text != null) {
			String line = SPACE.matcher(PlainText.wellFormed(text)).replaceAll(" ").strip();
			columns.put(column, line.isEmpty() ? null : line);
		}
	}

	private Mono<Boolean> write(long article, Map<String, @Nullable Object> columns) {
		return this.database.sql(WRITE)
			.bind("columns", Json.of(this.json.writeValueAsString(columns)))
			.bind("id", article)
			.mapValue(Boolean.class)
			.one();
	}

}
