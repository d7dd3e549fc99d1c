package id.warta.viewcount;

import id.warta.platform.http.Reader;
import java.util.List;

import id.warta.IntegrationTest;
import id.warta.StatementCounter;
import id.warta.TestContent;
import id.warta.platform.NodeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest(properties = "warta.views.flush-interval=1h")
@Import({ TestContent.class, StatementCounter.class })
class ViewControllerIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private StatementCounter counter;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private ViewRing ring;

	private GraphQlTester tester;

	@BeforeEach
	void begin(@Autowired ExecutionGraphQlService service) {
		this.tester = ExecutionGraphQlServiceTester.builder(service).configureExecutionInput((input, builder) -> {
			input.getGraphQLContext().put(Reader.class, TestViews.reader("192.0.2.1"));
			return input;
		}).build();
		this.content.clear();
	}

	@Test
	void aViewIsCountedOnce() {
		long article = TestArticles.published(this.database);
		record(article).path("recordView").matchesJsonStrictly("""
				{"counted": true, "viewCount": 1, "errors": [],
				 "article": {"slug": "berita-%d", "viewCount": 1}}""".formatted(article));
		record(article).path("recordView").matchesJsonStrictly("""
				{"counted": false, "viewCount": 1, "errors": [],
				 "article": {"slug": "berita-%d", "viewCount": 1}}""".formatted(article));
	}

	@Test
	void aViewOfWhatReadersMayNotSeeIsAnErrorToPutRight() {
		record(TestArticles.withdrawn(this.database)).path("recordView").matchesJsonStrictly("""
				{"counted": false, "viewCount": null, "article": null, "errors": [
				  {"__typename": "RecordViewError", "code": "NOT_FOUND", "message": "There is no such article",
				   "path": ["articleId"]}]}""");
	}

	@Test
	void thePayloadReadsNoMoreThanIsSelected() {
		record(TestArticles.published(this.database));
		String id = new NodeId("Article", TestArticles.published(this.database)).toString();
		this.counter.reset();
		this.tester.document("""
				mutation ($id: ID!) { recordView(input: {articleId: $id, visitor: "visitor-1"}) { counted } }""")
			.variable("id", id)
			.executeAndVerify();
		assertThat(this.counter.statements()).hasSize(1);
	}

	@Test
	void theViewsOfAPageCostOneStatement() {
		List<Long> articles = TestArticles.published(this.database, 20);
		articles.forEach((article) -> this.ring.record(TestViews.of(article, "visitor-1")).block());
		this.counter.reset();
		this.tester.document("{ articles(first: 20) { nodes { viewCount } } }")
			.execute()
			.path("articles.nodes[*].viewCount")
			.entityList(Long.class)
			.satisfies((counts) -> assertThat(counts).hasSize(20).containsOnly(1L));
		assertThat(this.counter.statements()).hasSize(2);
	}

	@Test
	void theMostViewedAreAtLeastOneAndAtMostAHundred() {
		for (int first : List.of(0, 101)) {
			this.tester.document("query ($first: Int) { mostViewed(first: $first) { slug } }")
				.variable("first", first)
				.execute()
				.errors()
				.satisfy((errors) -> assertThat(errors).singleElement()
					.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code", "BAD_ARGUMENT")
						.containsEntry("argument", "first")));
		}
	}

	private GraphQlTester.Response record(long article) {
		return this.tester.document("""
				mutation ($id: ID!) { recordView(input: {articleId: $id, visitor: "visitor-1"}) {
				  counted viewCount errors { __typename code message path } article { slug viewCount } } }""")
			.variable("id", new NodeId("Article", article).toString())
			.execute();
	}

}
