package id.warta.viewcount;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.category.Categories;
import id.warta.platform.Period;
import id.warta.site.SiteSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest(properties = "warta.views.flush-interval=1h")
@Import(TestContent.class)
class ViewTrendsIntegrationTests {

	private static final Instant NOW = Instant.parse("2026-08-03T12:30:00Z");

	@Autowired
	private TestContent content;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private ViewFlush flush;

	@Autowired
	private ViewRing ring;

	private GraphQlTester tester;

	private ViewTrends trends;

	@BeforeEach
	void begin(@Autowired ExecutionGraphQlService service, @Autowired SiteSettings site,
			@Autowired Categories categories) {
		this.tester = ExecutionGraphQlServiceTester.create(service);
		this.trends = new ViewTrends(this.database, () -> NOW, site, categories);
		this.content.clear();
	}

	private void views(long article, Step step, String bucket, int views) {
		this.content.run("""
				insert into article_views_by_time (step, bucket, article_id, views)
				values (:step, :bucket, :article, :views)""",
				Map.of("step", step.name(), "bucket", Instant.parse(bucket), "article", article, "views", views));
	}

	/** The example of docs/architecture.md. */
	@Test
	void whatIsReadLaterStandsHigher() {
		List<Long> articles = TestArticles.published(this.database, 6);
		views(articles.get(0), Step.HOUR, "2026-08-03T12:00:00Z", 100);
		views(articles.get(1), Step.HOUR, "2026-08-03T06:00:00Z", 180);
		views(articles.get(2), Step.HOUR, "2026-08-03T06:00:00Z", 180);
		views(articles.get(2), Step.HOUR, "2026-08-03T12:00:00Z", 20);
		views(articles.get(3), Step.HOUR, "2026-08-02T12:00:00Z", 100_000);
		views(articles.get(4), Step.HOUR, "2026-08-03T12:00:00Z", 90);
		views(articles.get(5), Step.HOUR, "2026-08-03T12:00:00Z", 89);
		assertThat(this.trends.trending(Period.DAY, null).collectList().block()).isEqualTo(of(articles, 2, 0, 4, 1, 5));
		assertThat(this.trends.mostViewed(Period.DAY).collectList().block()).isEqualTo(of(articles, 2, 1, 0, 4, 5));
	}

	@Test
	void whenViewsCameDoesNotDecideBetweenAsManyOfThem() {
		List<Long> articles = TestArticles.published(this.database, 2);
		views(articles.get(0), Step.HOUR, "2026-08-03T12:00:00Z", 100);
		views(articles.get(1), Step.HOUR, "2026-08-03T06:00:00Z", 100);
		assertThat(this.trends.mostViewed(Period.DAY).collectList().block()).isEqualTo(of(articles, 1, 0));
		assertThat(this.trends.trending(Period.DAY, null).collectList().block()).isEqualTo(of(articles, 0, 1));
	}

	private static List<Long> of(List<Long> articles, Integer... places) {
		return Arrays.stream(places).map(articles::get).toList();
	}

	@ParameterizedTest
	@EnumSource(Period.class)
	void everyPeriodEnds(Period period) {
		List<Long> articles = TestArticles.published(this.database, 3);
		Instant now = NOW;
		Instant over = NOW.minus(period.length()).minus(period.length().dividedBy(2));
		Stream.of(Step.values()).forEach((step) -> {
			views(articles.get(0), step, step.floor(now, ZoneOffset.UTC).toString(), 1);
			views(articles.get(1), step, step.floor(now, ZoneOffset.UTC).toString(), 2);
			views(articles.get(2), step, step.floor(over, ZoneOffset.UTC).toString(), 100);
		});
		assertThat(this.trends.trending(period, null).collectList().block()).isEqualTo(of(articles, 1, 0));
		assertThat(this.trends.mostViewed(period).collectList().block()).isEqualTo(of(articles, 1, 0));
	}

	@Test
	void theMostViewedOfAllTimeComeFirst() {
		List<Long> articles = TestArticles.published(this.database, 3);
		for (int i = 0; i < 3; i++) {
			this.content.run("insert into article_views values (:article, :views)",
					Map.of("article", articles.get(i), "views", (i == 0) ? 1 : 3));
		}
		assertThat(this.trends.mostViewed().collectList().block()).isEqualTo(of(articles, 2, 1, 0));
	}

	@Test
	void readersTakeArticlesUpAndEditorsTakeThemDown() {
		this.content.run("insert into category (slug, name) values ('olahraga', 'Olahraga')");
		this.content.run("insert into category (parent_id, slug, name) values (1, 'bola', 'Bola')");
		this.content.changed();
		List<Long> articles = TestArticles.published(this.database, 4);
		articles.subList(0, 3)
			.forEach((article) -> this.content.run("insert into article_category values (:article, 0, 2)",
					Map.of("article", article)));
		for (int i = 0; i < articles.size(); i++) {
			for (int visitor = 0; visitor <= i; visitor++) {
				this.ring.record(TestViews.of(articles.get(i), "visitor-" + visitor)).block();
			}
		}
		this.flush.run().then(this.flush.run()).block();
		assertThat(trending("olahraga")).containsExactly(slug(articles, 2), slug(articles, 1));
		this.content.run("update article set status = 'WITHDRAWN' where id = :id", Map.of("id", articles.get(2)));
		assertThat(trending("olahraga")).containsExactly(slug(articles, 1), slug(articles, 0));
		assertThat(trending("bola")).hasSize(2);
		assertThat(trending("tiada")).isEmpty();
	}

	private List<String> trending(String category) {
		return this.tester.document("""
				query ($category: String) { trending(within: HOUR, category: $category, first: 2) { slug } }""")
			.variable("category", category)
			.execute()
			.path("trending[*].slug")
			.entityList(String.class)
			.get();
	}

	private static String slug(List<Long> articles, int place) {
		return "berita-" + articles.get(place);
	}

}
