package id.warta.breaking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.StatementCounter;
import id.warta.TestContent;
import id.warta.eventlog.EventLog;
import id.warta.platform.NodeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Signal;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest(properties = "warta.views.flush-interval=1h")
@Import({ TestContent.class, StatementCounter.class })
class BreakingNewsIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

	@Autowired
	private TestContent content;

	@Autowired
	private StatementCounter counter;

	@Autowired
	private BreakingNews breakingNews;

	@Autowired
	private EventLog log;

	@Autowired
	private ExecutionGraphQlService service;

	private GraphQlTester tester;

	private long article;

	@BeforeEach
	void write() {
		this.tester = ExecutionGraphQlServiceTester.create(this.service);
		this.content.clear();
		this.article = this.content.article("banjir");
		this.content.run("insert into media (url) values ('/a.svg'), ('/b.svg')");
		this.content.run("insert into author (slug, name, picture_id) values ('sri', 'Sri', 1)");
		this.content.run("insert into article_author select id, 0, 1 from article");
		this.content.changed();
	}

	@Test
	void aFlashIsToldWithItsArticle() {
		ticker(null).as(StepVerifier::create)
			.assertNext((heartbeat) -> assertThat(heartbeat).containsEntry("type", "HEARTBEAT")
				.containsEntry("article", null)
				.containsEntry("articleId", null)
				.containsEntry("revision", null))
			.then(() -> start("banjir"))
			.assertNext((event) -> {
				assertThat(event).containsEntry("type", "PUBLISHED")
					.containsEntry("articleId", new NodeId("Article", this.article).toString())
					.containsEntry("revision", 1);
				assertThat(article(event)).containsEntry("slug", "banjir")
					.containsEntry("breaking", true)
					.containsEntry("breakingUntil", "2100-01-01T00:00:00.000Z")
					.containsEntry("viewCount", 0L)
					.containsEntry("authors", List.of(Map.of("name", "Sri", "picture", Map.of("url", "/a.svg"))));
			})
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void eachEventIsReadAnew() {
		ticker(null).as(StepVerifier::create)
			.expectNextCount(1)
			.then(() -> start("banjir"))
			.assertNext((event) -> assertThat(article(event)).containsEntry("viewCount", 0L))
			.then(() -> this.content.run("insert into article_views values (" + this.article + ", 7)"))
			.then(() -> append("ARTICLE_UPDATED", Map.of("breaking", true, "revision", 2)))
			.assertNext((event) -> {
				assertThat(event).containsEntry("type", "UPDATED").containsEntry("revision", 2);
				assertThat(article(event)).containsEntry("viewCount", 7L);
			})
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void allThatHappensToAFlashIsOnOneStream() {
		Flux<Object> happenings = ticker(null).filter((event) -> !"HEARTBEAT".equals(event.get("type")))
			.map((event) -> event.get("type") + " " + event.get("reason") + " " + (event.get("article") != null));
		happenings.as(StepVerifier::create)
			.expectSubscription()
			.then(() -> start("banjir"))
			.expectNext("PUBLISHED null true")
			.then(() -> start("banjir"))
			.expectNext("UPDATED null true")
			.then(() -> append("ARTICLE_UPDATED", Map.of("revision", 2)))
			.then(() -> append("ARTICLE_CORRECTED", Map.of("revision", 3, "breaking", true, "reason", "Salah nama")))
			.expectNext("CORRECTED Salah nama true")
			.then(() -> this.breakingNews.end("banjir").block())
			.expectNext("ENDED null true")
			.then(() -> start("banjir"))
			.expectNext("PUBLISHED null true")
			.then(() -> this.content.run("update article set status = 'WITHDRAWN'"))
			.then(() -> append("ARTICLE_WITHDRAWN", Map.of("revision", 4, "breaking", true)))
			.expectNext("WITHDRAWN null false")
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void aQuerysCursorLeavesNoGapToItsSubscription() {
		String cursor = this.tester.documentName("breaking/now")
			.execute()
			.path("liveCursor")
			.entity(String.class)
			.get();
		start("banjir");
		this.breakingNews.end("banjir").block();
		ticker(cursor).map((event) -> event.get("type"))
			.filter((type) -> !"HEARTBEAT".equals(type))
			.as(StepVerifier::create)
			.expectNext("PUBLISHED", "ENDED")
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void aStreamIsResumedFromWhereItBroke() {
		String cursor = this.tester.documentName("breaking/now")
			.execute()
			.path("liveCursor")
			.entity(String.class)
			.get();
		start("banjir");
		this.breakingNews.end("banjir").block();
		String first = ticker(cursor).filter((event) -> "PUBLISHED".equals(event.get("type")))
			.map((event) -> (String) event.get("cursor"))
			.blockFirst(LIMIT);
		ticker(first).map((event) -> event.get("type"))
			.filter((type) -> !"HEARTBEAT".equals(type))
			.as(StepVerifier::create)
			.expectNext("ENDED")
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void cursorsThatAreNoneOrHaveExpiredAreRefusedByCode() {
		ticker("nonsense").as(StepVerifier::create)
			.verifyErrorSatisfies((ex) -> assertThat(extensions(ex)).containsEntry("code", "BAD_CURSOR")
				.containsEntry("argument", "after"));
		Map<String, Object> expired = ticker("AdcAaEjzvEuGm5qfX-UYwhcB").materialize()
			.mapNotNull(Signal::getThrowable)
			.map(BreakingNewsIntegrationTests::extensions)
			.blockFirst(LIMIT);
		assertThat(expired).containsEntry("code", "CURSOR_EXPIRED").containsKey("oldestCursor");
		ticker((String) expired.get("cursor")).as(StepVerifier::create)
			.assertNext((event) -> assertThat(event).containsEntry("type", "HEARTBEAT"))
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void manySubscribersShareOneReadingOfTheArticle() {
		Flux.range(0, 100)
			.flatMap((i) -> ticker(null).take(2).last(), 100)
			.as(StepVerifier::create)
			.expectSubscription()
			.then(() -> this.counter.reset())
			.thenAwait(Duration.ofMillis(500))
			.then(() -> start("banjir"))
			.expectNextCount(100)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.counter.statements().stream().filter((sql) -> sql.contains("a.title"))).hasSizeLessThan(10);
	}

	@Test
	void whatIsBreakingNowComesNewestFirst() {
		this.content.article("gempa");
		this.content.article("biasa");
		this.content.article("lama");
		start("banjir");
		start("gempa");
		this.content.run("update article set breaking_until = now() - interval '1 minute' where slug = 'lama'");
		GraphQlTester.Response now = this.tester.documentName("breaking/now").execute();
		now.path("breaking[*].slug").entityList(String.class).containsExactly("gempa", "banjir");
		now.path("articles.nodes[*].breaking").entityList(Boolean.class).containsExactly(false, false, true, true);
		now.path("articles.nodes[0].breakingUntil").valueIsNull();
		this.tester.documentName("breaking/now")
			.variable("first", 1)
			.execute()
			.path("breaking[*].slug")
			.entityList(String.class)
			.containsExactly("gempa");
	}

	@Test
	void onlyWhatReadersSeeCanBeBreakingNews() {
		this.content.run("insert into article (slug, title) values ('draf', 'Draf')");
		this.breakingNews.start("draf", LATER).as(StepVerifier::create).verifyComplete();
		this.breakingNews.start("tidak-ada", LATER).as(StepVerifier::create).verifyComplete();
		this.breakingNews.end("banjir").as(StepVerifier::create).verifyComplete();
		assertThat(this.content.one("select count(*) from article where breaking_until is not null")).isEqualTo("0");
	}

	private Flux<Map<String, Object>> ticker(@Nullable String after) {
		GraphQlTester.Request<?> request = this.tester.documentName("breaking/ticker");
		return ((after != null) ? request.variable("after", after) : request).executeSubscription()
			.toFlux()
			.map((response) -> response.path("breakingNews")
				.entity(new ParameterizedTypeReference<Map<String, Object>>() {
				})
				.get());
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> article(Map<String, Object> event) {
		return (Map<String, Object>) event.get("article");
	}

	private static Map<String, Object> extensions(Throwable ex) {
		return ((SubscriptionPublisherException) ex).getErrors().get(0).getExtensions();
	}

	private void start(String slug) {
		assertThat(this.breakingNews.start(slug, LATER).block()).isNotNull();
	}

	private void append(String kind, Map<String, ?> payload) {
		this.log.append(kind, "Article", this.article, payload).block();
	}

}
