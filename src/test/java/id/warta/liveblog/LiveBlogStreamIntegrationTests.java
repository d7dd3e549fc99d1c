package id.warta.liveblog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.StatementCounter;
import id.warta.TestContent;
import id.warta.article.ArticleEvents;
import id.warta.eventlog.EventLog;
import id.warta.eventlog.LiveEvents;
import id.warta.platform.NodeId;
import id.warta.platform.access.Viewer;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
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
@Import({ TestContent.class, StatementCounter.class, TestBlogs.class })
class LiveBlogStreamIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	@Autowired
	private TestContent content;

	@Autowired
	private TestBlogs testBlogs;

	@Autowired
	private StatementCounter counter;

	@Autowired
	private LiveBlogs blogs;

	@Autowired
	private EventLog log;

	@Autowired
	private LiveEvents live;

	@Autowired
	private LiveBlogStreams streams;

	@Autowired
	private MeterRegistry meters;

	private GraphQlTester tester;

	private long article;

	@BeforeEach
	void write(@Autowired ExecutionGraphQlService service) {
		this.tester = ExecutionGraphQlServiceTester.create(service);
		this.content.clear();
		this.content.run("insert into media (url) values ('/sri.svg')");
		this.content.run("insert into author (slug, name, picture_id) values ('sri', 'Sri', 1)");
		this.article = this.testBlogs.started("gunung");
		this.content.changed();
	}

	@Test
	void anEntryIsToldWithTheBlogAsItIsNow() {
		LiveBlogEntry old = this.testBlogs.addKey(this.article, "Satu");
		this.blogs.pinEntry(Viewer.OPERATOR, old.id()).block();
		stream(null).as(StepVerifier::create)
			.assertNext((heartbeat) -> assertThat(heartbeat).containsEntry("type", "HEARTBEAT")
				.containsEntry("articleId", new NodeId("Article", this.article).toString())
				.containsEntry("entryId", null)
				.containsEntry("entry", null)
				.containsEntry("revision", null)
				.containsEntry("liveBlog", null))
			.then(() -> this.blogs
				.addEntry(Viewer.OPERATOR, this.article, NewEntry.of(new EntryText("Dua", "<p>Isi</p>", true), 1L))
				.block())
			.assertNext((event) -> {
				assertThat(event).containsEntry("type", "ENTRY_ADDED").containsEntry("revision", 1);
				assertThat(event.get("entryId")).isEqualTo(new NodeId("LiveBlogEntry", old.id() + 1).toString());
				assertThat(part(event, "entry")).containsEntry("title", "Dua")
					.containsEntry("body", "<p>Isi</p>")
					.containsEntry("keyEvent", true)
					.containsEntry("pinned", false)
					.containsEntry("author", Map.of("name", "Sri", "picture", Map.of("url", "/sri.svg")));
				assertThat(part(event, "liveBlog")).containsEntry("live", true)
					.containsEntry("pinned", Map.of("title", "Satu"))
					.containsEntry("keyEvents", List.of(Map.of("title", "Dua"), Map.of("title", "Satu")))
					.containsEntry("entries", Map.of("totalCount", 2L, "nodes",
							List.of(Map.of("title", "Dua"), Map.of("title", "Satu"))));
			})
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void allThatHappensToABlogIsOnItsStreamUpToItsEnd() {
		long other = this.testBlogs.started("lain");
		LiveBlogEntry entry = this.testBlogs.add(this.article, "Satu");
		happenings(null).as(StepVerifier::create)
			.expectNext("HEARTBEAT")
			.then(() -> this.testBlogs.add(other, "Lain"))
			.then(() -> this.blogs.editEntry(Viewer.OPERATOR, entry.id(), 1, EntryEdit.of(TestBlogs.text("Dua")))
				.block())
			.expectNext("ENTRY_EDITED Dua 2")
			.then(() -> this.blogs.pinEntry(Viewer.OPERATOR, entry.id()).block())
			.expectNext("ENTRY_PINNED Dua 2")
			.then(() -> this.blogs.unpinEntry(Viewer.OPERATOR, entry.id()).block())
			.expectNext("ENTRY_UNPINNED Dua 2")
			.then(() -> this.blogs.setSummary(Viewer.OPERATOR, this.article, "Ringkas").block())
			.expectNext("SUMMARY_CHANGED")
			.then(() -> this.blogs.removeEntry(Viewer.OPERATOR, entry.id()).block())
			.expectNext("ENTRY_REMOVED null 3")
			.then(() -> this.blogs.end(Viewer.OPERATOR, this.article).block())
			.expectNext("ENDED")
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void whatWasMissedIsToldUpToTheEndAndThenWhatWasPutRight() {
		String before = cursor();
		LiveBlogEntry entry = this.testBlogs.add(this.article, "Satu");
		this.blogs.end(Viewer.OPERATOR, this.article).block();
		List<Map<String, Object>> missed = stream(before).filter((event) -> !"HEARTBEAT".equals(event.get("type")))
			.collectList()
			.block(LIMIT);
		assertThat(missed).extracting((event) -> event.get("type")).containsExactly("ENTRY_ADDED", "ENDED");
		assertThat(part(missed.get(1), "liveBlog")).containsEntry("live", false);
		String end = (String) missed.get(1).get("cursor");
		this.blogs.editEntry(Viewer.OPERATOR, entry.id(), 1, EntryEdit.of(TestBlogs.text("Dua"))).block();
		happenings(end).as(StepVerifier::create)
			.thenConsumeWhile("HEARTBEAT"::equals)
			.expectNext("ENTRY_EDITED Dua 2")
			.expectComplete()
			.verify(LIMIT);
		this.blogs.start(Viewer.OPERATOR, this.article).block();
		awaitAllTold();
		happenings(end).take(3)
			.as(StepVerifier::create)
			.expectNext("ENTRY_EDITED Dua 2", "STARTED", "HEARTBEAT")
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void theStreamOfABlogThatHasEndedCompletesAtOnce() {
		this.blogs.end(Viewer.OPERATOR, this.article).block();
		happenings(null).as(StepVerifier::create).expectNext("HEARTBEAT").expectComplete().verify(LIMIT);
	}

	@Test
	void anArticleThatIsWithdrawnEndsTheStream() {
		stream(null).as(StepVerifier::create)
			.expectNextCount(1)
			.then(this::withdraw)
			.assertNext((event) -> assertThat(event).containsEntry("type", "WITHDRAWN")
				.containsEntry("entry", null)
				.containsEntry("liveBlog", null))
			.expectComplete()
			.verify(LIMIT);
		assertRefused(this.article, "NOT_FOUND");
	}

	@Test
	void nothingOfAWithdrawnArticleIsReadAnyMoreByThoseWhoHearLate() {
		LiveBlogEntry entry = this.testBlogs.add(this.article, "Satu");
		LiveBlogEvent added = new LiveBlogEvent("", Instant.EPOCH, LiveBlogEventType.ENTRY_ADDED, this.article,
				entry.id(), 1);
		withdraw();
		awaitAllTold();
		this.streams.entry(added).as(StepVerifier::create).verifyComplete();
		this.streams.blog(new LiveBlogLoader.Key(this.article, true)).as(StepVerifier::create).verifyComplete();
	}

	private void withdraw() {
		this.content.run("update article set status = 'WITHDRAWN' where slug = 'gunung'");
		this.log.append(ArticleEvents.WITHDRAWN, ArticleEvents.SUBJECT, this.article, Map.of("revision", 2)).block();
	}

	@Test
	void whatHasNoLiveBlogIsRefused() {
		assertRefused(this.content.article("biasa"), "NOT_FOUND");
		assertRefused(this.testBlogs.article("kosong"), "NOT_FOUND");
		assertRefused(4711, "NOT_FOUND");
		refused(new NodeId("Author", 1).toString(), "BAD_ID");
		refused("nonsense", "BAD_ID");
	}

	private void assertRefused(long article, String code) {
		refused(new NodeId("Article", article).toString(), code);
	}

	private void refused(String article, String code) {
		stream(article, null).as(StepVerifier::create)
			.expectErrorSatisfies(
					(ex) -> assertThat(((SubscriptionPublisherException) ex).getErrors().get(0).getExtensions())
						.containsEntry("code", code)
						.containsEntry("argument", "articleId"))
			.verify(LIMIT);
	}

	@Test
	void aQuerysCursorLeavesNoGapToItsSubscription() {
		this.testBlogs.add(this.article, "Satu");
		String cursor = this.tester.documentName("liveblog/page")
			.variable("slug", "gunung")
			.execute()
			.path("liveCursor")
			.entity(String.class)
			.get();
		this.testBlogs.add(this.article, "Dua");
		happenings(cursor).takeUntil("ENTRY_ADDED Dua 1"::equals)
			.last()
			.as(StepVerifier::create)
			.expectNext("ENTRY_ADDED Dua 1")
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void manySubscribersShareOneReadingOfTheEntryAndTheBlog() {
		awaitAllTold();
		Flux.range(0, 100)
			.flatMap((i) -> this.tester.document("""
					subscription ($article: ID!) { liveBlog(articleId: $article) {
					  type entry { title body } liveBlog { summary keyEvents { title } pinned { title } } } }""")
				.variable("article", new NodeId("Article", this.article).toString())
				.executeSubscription()
				.toFlux()
				.take(2)
				.last(), 100)
			.as(StepVerifier::create)
			.expectSubscription()
			.then(this::awaitSubscribers)
			.then(() -> this.counter.reset())
			.then(() -> this.testBlogs.addKey(this.article, "Satu"))
			.expectNextCount(100)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.counter.statements()
			.stream()
			.filter((sql) -> sql.contains("live_blog_entry e") && sql.startsWith("select"))).hasSizeLessThan(10);
	}

	/** All hundred have had their first heartbeat once the node feeds them. */
	private void awaitSubscribers() {
		Flux.interval(Duration.ofMillis(10))
			.filter((i) -> this.meters.get("warta.eventlog.followers").gauge().value() >= 100)
			.blockFirst(LIMIT);
	}

	/** Only then is "from now on" behind what the test has done before. */
	private void awaitAllTold() {
		String head = this.content.one("select position from event_log_head");
		Flux.interval(Duration.ofMillis(10))
			.filter((i) -> this.live.cursor().position() >= Long.parseLong(head))
			.blockFirst(LIMIT);
	}

	private String cursor() {
		return this.tester.document("{ liveCursor }").execute().path("liveCursor").entity(String.class).get();
	}

	/** The events' types, with the entry's title and the revision where there is one. */
	private Flux<String> happenings(@Nullable String after) {
		return stream(after).map((event) -> (event.get("entryId") == null) ? (String) event.get("type")
				: event.get("type") + " " + ((event.get("entry") != null) ? part(event, "entry").get("title") : null)
						+ " " + event.get("revision"));
	}

	private Flux<Map<String, Object>> stream(@Nullable String after) {
		if (after == null) {
			awaitAllTold();
		}
		return stream(new NodeId("Article", this.article).toString(), after);
	}

	/** Of the heartbeats only the first: more come if the machine is slow. */
	private Flux<Map<String, Object>> stream(String article, @Nullable String after) {
		GraphQlTester.Request<?> request = this.tester.documentName("liveblog/stream").variable("article", article);
		return ((after != null) ? request.variable("after", after) : request).executeSubscription()
			.toFlux()
			.map((response) -> response.path("liveBlog").entity(new ParameterizedTypeReference<Map<String, Object>>() {
			}).get())
			.distinct((event) -> "HEARTBEAT".equals(event.get("type")) ? "HEARTBEAT" : event.get("cursor"));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> part(Map<String, Object> event, String name) {
		return (Map<String, Object>) event.get(name);
	}

}
