package id.warta.embedded.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

/**
 * Writes what articles are related to, and what befell them.
 */
final class ArticleRelationBatches {

	private static final String AUTHORS = """
			insert into article_author (article_id, position, author_id, role)
			select a.id, r.position, w.id, r.role
			from jsonb_to_recordset(:rows) as r(article text, position integer, target text, role text)
			join article a on a.slug = r.article join author w on w.slug = r.target""";

	private static final String CATEGORIES = """
			insert into article_category (article_id, position, category_id)
			select a.id, r.position, c.id
			from jsonb_to_recordset(:rows) as r(article text, position integer, target text)
			join article a on a.slug = r.article join category c on c.slug = r.target""";

	private static final String TAGS = """
			insert into article_tag (article_id, position, tag_id)
			select a.id, r.position, t.id
			from jsonb_to_recordset(:rows) as r(article text, position integer, target text)
			join article a on a.slug = r.article join tag t on t.slug = r.target""";

	private static final String MEDIA = """
			insert into article_media (article_id, position, media_id, caption)
			select a.id, r.position, m.id, r.caption
			from jsonb_to_recordset(:rows) as r(article text, position integer, target text, caption text)
			join article a on a.slug = r.article join media m on m.url = r.target""";

	private static final String OLD_SLUGS = """
			insert into article_slug_history (slug, article_id, retired_at)
			select r.target, a.id, a.created_at
			from jsonb_to_recordset(:rows) as r(article text, target text) join article a on a.slug = r.article""";

	private static final String CORRECTIONS = """
			insert into article_correction (article_id, note, corrected_at)
			select a.id, r.note, r.corrected_at
			from jsonb_to_recordset(:rows) as r(article text, note text, corrected_at timestamptz)
			join article a on a.slug = r.article order by r.corrected_at""";

	private static final String VIEWS = """
			insert into article_views (article_id, total)
			select a.id, r.total
			from jsonb_to_recordset(:rows) as r(article text, total bigint) join article a on a.slug = r.article""";

	private ArticleRelationBatches() {
	}

	static List<Batch> of(List<DatedArticle> articles) {
		return List.of(batch(AUTHORS, articles, ArticleRelationBatches::authors),
				batch(CATEGORIES, articles, (article) -> ordered(article, article.entry().categories()).stream()),
				batch(TAGS, articles, (article) -> ordered(article, article.entry().tags()).stream()),
				batch(MEDIA, articles, ArticleRelationBatches::media),
				batch(OLD_SLUGS, articles, (article) -> ordered(article, article.entry().oldSlugs()).stream()),
				batch(CORRECTIONS, articles, ArticleRelationBatches::corrections),
				batch(VIEWS, articles, ArticleRelationBatches::views));
	}

	private static Batch batch(String sql, List<DatedArticle> articles, Rows rows) {
		return new Batch(sql, articles.stream().flatMap(rows::of).toList());
	}

	private static Stream<AuthorRow> authors(DatedArticle article) {
		List<AuthorRow> rows = new ArrayList<>();
		for (Map<String, String> contribution : article.entry().byline()) {
			contribution.forEach((role, author) -> rows
				.add(new AuthorRow(article.slug(), rows.size(), author, role.toUpperCase(Locale.ROOT))));
		}
		return rows.stream();
	}

	private static List<OrderedRow> ordered(DatedArticle article, List<String> targets) {
		List<OrderedRow> rows = new ArrayList<>();
		targets.forEach((target) -> rows.add(new OrderedRow(article.slug(), rows.size(), target)));
		return rows;
	}

	private static Stream<MediaRow> media(DatedArticle article) {
		List<MediaRow> rows = new ArrayList<>();
		for (Element figure : article.figures()) {
			rows.add(new MediaRow(article.slug(), rows.size(),
					Objects.requireNonNull(figure.selectFirst("img")).attr("src"),
					Objects.requireNonNull(figure.selectFirst("figcaption")).text()));
		}
		return rows.stream();
	}

	private static Stream<CorrectionRow> corrections(DatedArticle article) {
		return article.entry()
			.corrections()
			.stream()
			.map((correction) -> new CorrectionRow(article.slug(), correction.note(),
					article.after(correction.after())));
	}

	private static Stream<ViewsRow> views(DatedArticle article) {
		return Stream.of(new ViewsRow(article.slug(), article.entry().views())).filter((row) -> row.total() > 0);
	}

	/** The rows that an article has in a table. */
	private interface Rows {

		Stream<?> of(DatedArticle article);

	}

	private record OrderedRow(String article, int position, String target) {

	}

	private record AuthorRow(String article, int position, String target, String role) {

	}

	private record MediaRow(String article, int position, String target, String caption) {

	}

	private record CorrectionRow(String article, String note, Instant correctedAt) {

	}

	private record ViewsRow(String article, long total) {

	}

}
