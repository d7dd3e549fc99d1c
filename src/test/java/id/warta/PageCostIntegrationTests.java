package id.warta;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the pages of a portal cost, cold.
 */
@IntegrationTest(properties = "warta.views.flush-interval=1h")
@Import({ TestContent.class, StatementCounter.class })
class PageCostIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private StatementCounter counter;

	@Autowired
	private ReactiveRedisConnectionFactory redis;

	@Autowired
	private ExecutionGraphQlService service;

	private GraphQlTester tester;

	@BeforeEach
	void write() {
		this.tester = ExecutionGraphQlServiceTester.create(this.service);
		this.content.clear();
		this.content.run("insert into category (slug, name) values ('nasional', 'Nasional'), ('bisnis', 'Bisnis')");
		this.content.run("insert into category (parent_id, slug, name) values (1, 'daerah', 'Daerah')");
		this.content.run("insert into author (slug, name) values ('sri', 'Sri')");
		this.content.run("insert into tag (slug, name) values ('banjir', 'Banjir')");
		this.content.run("insert into media (url, alt) values ('/a.svg', 'A')");
		this.content.run("""
				insert into article (slug, title, body, status, published_at, lead_media_id)
				select 's' || i, 'T', '<p>B</p>', 'PUBLISHED', now() - i * interval '1 hour', 1
				from generate_series(1, 30) i""");
		this.content.run("insert into article_author select id, 0, 1 from article");
		this.content.run("insert into article_category select id, 0, 1 + id % 3 from article");
		this.content.run("insert into article_tag select id, 0, 1 from article");
		this.content.run("insert into article_views select id, id from article");
		this.content.run("update article set breaking_until = now() + interval '1 hour' where id <= 6");
		this.content.run("""
				insert into comment (article_id, status, author_name, body)
				select 5, 'APPROVED', 'A', 'B' from generate_series(1, 30)""");
		this.content.run("""
				insert into comment (article_id, parent_id, depth, status, author_name, body)
				select article_id, id, 1, 'APPROVED', 'A', 'B' from comment, generate_series(1, 4)""");
		this.content.changed();
	}

	/**
	 * What a node holds in memory may be read anew once, after earlier tests' events. And
	 * the engine may ask for the counts of the latest and of the most viewed one after
	 * the other, as their lists happen to come from PostgreSQL. So the cheapest of some
	 * is looked at.
	 */
	@Test
	void aHomePageCostsFourStatementsAndOneRoundTripToRedis() {
		List<HomeCost> costs = new ArrayList<>();
		while (costs.size() < 20 && !costs.contains(HomeCost.LEAST)) {
			costs.add(home());
		}
		assertThat(costs).contains(HomeCost.LEAST);
	}

	private record HomeCost(int statements, long scripts) {

		static final HomeCost LEAST = new HomeCost(4, 1);

	}

	private HomeCost home() {
		this.counter.reset();
		long before = scripts();
		GraphQlTester.Response home = this.tester.documentName("page/home").execute();
		long scripts = scripts() - before;
		home.path("latest.nodes[*].viewCount").entityList(Integer.class).hasSize(10);
		home.path("latest.nodes[*].authors[*].name").entityList(String.class).hasSize(10);
		home.path("mostViewed").entityList(Object.class).hasSize(5);
		home.path("breaking").entityList(Object.class).hasSize(5);
		return new HomeCost(this.counter.statements().size(), scripts);
	}

	@Test
	void anArticlesPageCostsSixStatements() {
		this.counter.reset();
		GraphQlTester.Response page = this.tester.documentName("page/article").variable("slug", "s5").execute();
		page.path("article.comments.nodes").entityList(Object.class).hasSize(20);
		page.path("article.comments.nodes[*].replies.nodes[*]").entityList(Object.class).hasSize(60);
		page.path("article.related").entityList(Object.class).hasSize(5);
		page.path("article.previous.slug").entity(String.class).isEqualTo("s6");
		page.path("article.leadMedia.media.url").entity(String.class).isEqualTo("/a.svg");
		assertThat(this.counter.statements()).hasSizeLessThanOrEqualTo(6);
	}

	@Test
	void aSearchCostsAStatementForHitsOneForFacetsAndOneForSpelling() {
		this.counter.reset();
		GraphQlTester.Response hits = this.tester
			.document("{ search(query: \"t\", first: 20) { edges { score titleHighlight bodyHighlight node { slug "
					+ "authors { name } tags { name } primaryCategory { name } } } } }")
			.execute();
		hits.path("search.edges").entityList(Object.class).hasSize(20);
		assertThat(this.counter.statements()).hasSize(1);
		this.counter.reset();
		this.tester
			.document("{ search(query: \"t\") { totalCount didYouMean nodes { slug } facets { tags { tag { name } "
					+ "count } categories { category { name } } authors { author { name } } months { date } } } "
					+ "suggest(prefix: \"ba\") { articles { slug } tags { name } categories { name } authors { name } } }")
			.execute()
			.path("search.totalCount")
			.entity(Integer.class)
			.isEqualTo(30);
		assertThat(this.counter.statements()).as("hits, facets, spelling, suggestions").hasSize(4);
	}

	/** How many scripts Redis has run; the counts of a page are read by scripts alone. */
	private long scripts() {
		Properties stats = Objects
			.requireNonNull(this.redis.getReactiveConnection().serverCommands().info("commandstats").block());
		String calls = stats.getProperty("cmdstat_evalsha", "calls=0,").replaceAll("^calls=(\\d+),.*", "$1");
		return Long.parseLong(calls);
	}

}
