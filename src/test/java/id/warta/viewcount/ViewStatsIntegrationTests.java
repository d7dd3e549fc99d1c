package id.warta.viewcount;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.StatementCounter;
import id.warta.TestContent;
import id.warta.TestStaff;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import id.warta.site.SiteSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest(properties = "warta.views.flush-interval=1h")
@Import({ TestContent.class, TestStaff.class, StatementCounter.class })
class ViewStatsIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private StatementCounter counter;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private ViewFlush flush;

	@Autowired
	private ViewRing ring;

	private GraphQlTester tester;

	private LocalDate today;

	@BeforeEach
	void begin(@Autowired TestStaff staff, @Autowired SiteSettings site) {
		this.tester = staff.as(staff.viewer(Role.AUTHOR));
		this.flush.run().then(this.flush.run()).block();
		this.content.clear();
		this.today = LocalDate.ofInstant(Instant.now(), site.current().zone());
	}

	private GraphQlTester.Response query(String query, LocalDate from, LocalDate to) {
		return this.tester.document("query ($from: Date!, $to: Date!) { " + query + " }")
			.variable("from", from)
			.variable("to", to)
			.execute();
	}

	private void view(long article, String visitor, ViewSource source) {
		View view = TestViews.of(article, visitor);
		assertThat(this.ring.record(new View(view.article(), view.visitor(), view.reader(), source, view.at())).block())
			.isEqualTo(ViewOutcome.COUNTED);
	}

	@Test
	void viewsAreToldByDayHourAndSource() {
		this.content.run("insert into category (slug, name) values ('bisnis', 'Bisnis')");
		this.content.changed();
		List<Long> articles = TestArticles.published(this.database, 2);
		this.content.run("insert into article_category values (:article, 0, 1)", Map.of("article", articles.get(0)));
		view(articles.get(0), "visitor-1", ViewSource.SEARCH);
		view(articles.get(0), "visitor-2", ViewSource.SEARCH);
		view(articles.get(0), "visitor-3", ViewSource.SOCIAL);
		view(articles.get(1), "visitor-1", ViewSource.DIRECT);
		this.flush.run().then(this.flush.run()).block();
		// Midnight may pass meanwhile
		GraphQlTester.Response stats = query(
				"""
						viewStats(from: $from, to: $to) { ...stats }
						category(slug: "bisnis") { viewStats(from: $from, to: $to) { ...stats } }
						article(slug: "berita-%d") { uniqueVisitors viewStats(from: $from, to: $to) { ...stats } } }
						fragment stats on ViewStats { total byDay { day views } byHour { hour views } bySource { source views }"""
					.formatted(articles.get(0)),
				this.today, this.today.plusDays(1));
		for (String path : List.of("viewStats", "category.viewStats", "article.viewStats")) {
			int total = path.equals("viewStats") ? 4 : 3;
			stats.path(path + ".total").entity(Integer.class).isEqualTo(total);
			stats.path(path + ".byDay[*].day")
				.entityList(String.class)
				.containsExactly(this.today.toString(), this.today.plusDays(1).toString());
			assertThat(sum(stats, path + ".byDay[*].views")).isEqualTo(total);
			assertThat(stats.path(path + ".byHour[*].hour").entityList(String.class).get()).hasSizeBetween(46, 50)
				.isSorted();
			assertThat(sum(stats, path + ".byHour[*].views")).isEqualTo(total);
			stats.path(path + ".bySource[*].views").entityList(Integer.class).containsExactly(total - 3, 0, 2, 1, 0);
		}
		stats.path("article.uniqueVisitors").entity(Integer.class).isEqualTo(3);
	}

	private static int sum(GraphQlTester.Response response, String path) {
		return response.path(path).entityList(Integer.class).get().stream().mapToInt(Integer::intValue).sum();
	}

	@Test
	void daysAreTheSites(@Autowired SiteSettings site) {
		long article = TestArticles.published(this.database);
		ZoneId zone = site.current().zone();
		LocalDate day = LocalDate.of(2026, 3, 29);
		for (int i = 0; i < 3; i++) {
			this.content.run("""
					insert into article_views_by_time (step, bucket, article_id, views)
					values ('DAY', :bucket, :article, :views)""", Map.of("bucket",
					day.plusDays(i).atStartOfDay(zone).toInstant(), "article", article, "views", i + 1));
		}
		query("article(slug: \"berita-%d\") { viewStats(from: $from, to: $to) { total byDay { day views } } }"
			.formatted(article), day, day.plusDays(1)).path("article.viewStats").matchesJsonStrictly("""
					{"total": 3, "byDay": [{"day": "2026-03-29", "views": 1}, {"day": "2026-03-30", "views": 2}]}""");
	}

	@Test
	void theStatisticsOfAPageCostOneStatementEach() {
		TestArticles.published(this.database, 20);
		this.counter.reset();
		query("articles(first: 20) { nodes { uniqueVisitors viewStats(from: $from, to: $to) { total byDay { views } } } }",
				this.today, this.today)
			.path("articles.nodes[*].viewStats.total")
			.entityList(Integer.class)
			.hasSize(20);
		assertThat(this.counter.statements()).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-02, 2026-03-01, to", "2026-03-01, 2027-03-02, to", "0001-01-01, 2026-01-01, from" })
	void badDaysAreRefused(LocalDate from, LocalDate to, String argument) {
		query("viewStats(from: $from, to: $to) { total }", from, to).errors()
			.satisfy((errors) -> assertThat(errors).singleElement()
				.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code", "BAD_ARGUMENT")
					.containsEntry("argument", argument)));
	}

	@Test
	void hoursOfLongAgoAndTooManyNumbersAreRefused() {
		TestArticles.published(this.database, 60);
		List<GraphQlTester.Response> refused = List.of(
				query("viewStats(from: $from, to: $to) { byHour { views } }", this.today.minusDays(40), this.today),
				query("articles(first: 60) { nodes { viewStats(from: $from, to: $to) { byDay { views } } } }",
						this.today.minusDays(360), this.today));
		assertThat(refused).allSatisfy((response) -> response.errors()
			.satisfy((errors) -> assertThat(errors).isNotEmpty()
				.allSatisfy((error) -> assertThat(error.getExtensions()).containsEntry("code", "BAD_ARGUMENT"))));
	}

	@Test
	void statisticsAreForThoseWhoMayReadThem(@Autowired TestStaff staff) {
		String query = "{ viewStats(from: \"2026-01-01\", to: \"2026-01-01\") { total } }";
		staff.as(Viewer.READER)
			.document(query)
			.execute()
			.errors()
			.satisfy((errors) -> assertThat(errors).singleElement()
				.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code", "UNAUTHENTICATED")));
		staff.as(staff.viewer(Role.MODERATOR))
			.document(query)
			.execute()
			.errors()
			.satisfy((errors) -> assertThat(errors).singleElement()
				.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code", "FORBIDDEN")));
		staff.as(staff.viewer(Role.EDITOR)).document(query).execute().path("viewStats.total").hasValue();
	}

}
