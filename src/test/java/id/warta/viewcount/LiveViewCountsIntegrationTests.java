package id.warta.viewcount;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import id.warta.IntegrationTest;
import id.warta.StatementCounter;
import id.warta.TestContent;
import id.warta.eventlog.LiveEvents;
import id.warta.platform.NodeId;
import id.warta.platform.RedisLink;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest(properties = "warta.views.flush-interval=1h")
@Import({ TestContent.class, StatementCounter.class })
class LiveViewCountsIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final List<String> GAUGES = List.of("warta.views.live.subscribers", "warta.views.live.articles",
			"warta.views.live.looking");

	@Autowired
	private Views views;

	@Autowired
	private ViewRing ring;

	@Autowired
	private ViewFlush flush;

	@Autowired
	private ViewLedger ledger;

	@Autowired
	private LiveViewCounts live;

	@Autowired
	private LiveEvents events;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private StatementCounter counter;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private LettuceConnectionFactory redis;

	private GraphQlTester tester;

	@BeforeEach
	void begin(@Autowired ExecutionGraphQlService service) {
		this.tester = ExecutionGraphQlServiceTester.create(service);
	}

	@Test
	void viewsAreToldAsTheyAreCounted() {
		long article = TestArticles.published(this.database);
		record(article, "visitor-1");
		subscribe(global(article)).as(StepVerifier::create).assertNext((event) -> {
			assertThat(event).containsEntry("articleId", global(article)).containsEntry("viewCount", 1L);
			assertThat(event.get("cursor")).isInstanceOf(String.class);
			assertThat(event.get("occurredAt")).isInstanceOf(String.class);
		})
			.then(() -> record(article, "visitor-2"))
			.assertNext((event) -> assertThat(event).containsEntry("viewCount", 2L))
			.then(() -> this.flush.run().then(this.flush.run()).block())
			.then(() -> record(article, "visitor-3"))
			.assertNext((event) -> assertThat(event).containsEntry("viewCount", 3L))
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void viewsCountedOnOtherNodesAreToldToo() {
		long article = TestArticles.published(this.database);
		LiveViewCounts otherNode = new LiveViewCounts(this.views, this.events, InstantSource.system());
		Flux.merge(this.live.of(Set.of(article)).take(2), otherNode.of(Set.of(article)).take(2))
			.map(ViewCountEvent::viewCount)
			.as(StepVerifier::create)
			.expectNext(0L, 0L)
			.then(() -> record(article, "visitor-1"))
			.expectNext(1L, 1L)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void aLookCostsOneStatementHoweverManyFollow() {
		List<Long> articles = TestArticles.published(this.database, 50);
		Disposable.Composite subscribers = Disposables.composite();
		articles.forEach((article) -> {
			subscribers.add(this.live.of(Set.of(article)).subscribe());
			subscribers.add(this.live.of(Set.copyOf(articles)).subscribe());
		});
		this.live.of(Set.copyOf(articles)).take(50).blockLast(LIMIT);
		this.counter.reset();
		record(articles.get(0), "visitor-1");
		this.live.of(Set.of(articles.get(0))).filter((event) -> event.viewCount() == 1).blockFirst(LIMIT);
		List<String> statements = this.counter.statements()
			.stream()
			.filter((sql) -> sql.contains("article_views v"))
			.toList();
		assertThat(statements).as("looks up to the one that finds the view").hasSizeBetween(1, 3);
		subscribers.dispose();
		awaitNothingLeft();
	}

	@Test
	void aThousandWhoComeAndGoLeaveNothingBehind() {
		String id = global(TestArticles.published(this.database));
		Flux.range(0, 1000)
			.flatMap((i) -> (i % 3 == 0) ? subscribe(id).take(1).then() : subscribe(id).take(Duration.ZERO).then(), 100)
			.blockLast(LIMIT);
		awaitNothingLeft();
	}

	/** The looking goes on for a second. */
	private void awaitNothingLeft() {
		Flux.interval(Duration.ofMillis(10)).filter((i) -> gauges().allMatch((gauge) -> gauge == 0)).blockFirst(LIMIT);
	}

	private Stream<Double> gauges() {
		return GAUGES.stream().map((name) -> this.meters.get(name).gauge().value());
	}

	@Test
	void withoutRedisWhatPostgresHoldsIsTold() throws IOException {
		long article = TestArticles.published(this.database);
		record(article, "visitor-1");
		this.flush.run().then(this.flush.run()).block();
		record(article, "visitor-2");
		LettuceConnectionFactory nowhere = new LettuceConnectionFactory(
				new RedisStandaloneConfiguration("127.0.0.1", closedPort()), this.redis.getClientConfiguration());
		nowhere.afterPropertiesSet();
		nowhere.start();
		Scripts scripts = new Scripts(new RedisLink(nowhere));
		Views away = new Views(new WaitingViews(scripts), this.ledger);
		new LiveViewCounts(away, this.events, InstantSource.system()).of(Set.of(article))
			.map(ViewCountEvent::viewCount)
			.as(StepVerifier::create)
			.expectNext(1L)
			.then(() -> this.flush.run().then(this.flush.run()).block())
			.expectNext(2L)
			.thenCancel()
			.verify(LIMIT);
		nowhere.destroy();
	}

	@Test
	void nothingIsToldOfArticlesThatReadersDoNotSee() {
		long withdrawn = TestArticles.withdrawn(this.database);
		long article = TestArticles.published(this.database);
		subscribe(global(withdrawn), global(4711), global(article)).as(StepVerifier::create)
			.assertNext((event) -> assertThat(event).containsEntry("articleId", global(article)))
			.then(() -> record(article, "visitor-1"))
			.assertNext((event) -> assertThat(event).containsEntry("articleId", global(article))
				.containsEntry("viewCount", 1L))
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void whatIsNoArticleOrTooManyIsRefused() {
		assertRefused("BAD_ID", "nonsense");
		assertRefused("BAD_ID", new NodeId("Author", 1).toString());
		assertRefused("BAD_ARGUMENT");
		assertRefused("BAD_ARGUMENT", Stream.generate(() -> global(1)).limit(101).toArray(String[]::new));
	}

	private void assertRefused(String code, String... ids) {
		subscribe(ids).as(StepVerifier::create)
			.expectErrorSatisfies(
					(ex) -> assertThat(((SubscriptionPublisherException) ex).getErrors().get(0).getExtensions())
						.containsEntry("code", code)
						.containsEntry("argument", "articleIds"))
			.verify(LIMIT);
	}

	private Flux<Map<String, Object>> subscribe(String... ids) {
		return this.tester.document(
				"""
						subscription ($ids: [ID!]!) { viewCount(articleIds: $ids) { cursor occurredAt articleId viewCount } }""")
			.variable("ids", List.of(ids))
			.executeSubscription()
			.toFlux()
			.map((response) -> response.path("viewCount").entity(new ParameterizedTypeReference<Map<String, Object>>() {
			}).get());
	}

	private void record(long article, String visitor) {
		assertThat(this.ring.record(TestViews.of(article, visitor)).block()).isEqualTo(ViewOutcome.COUNTED);
	}

	private static String global(long article) {
		return new NodeId("Article", article).toString();
	}

	private static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
