package id.warta.liveblog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.eventlog.EventCursor;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.StaleRevisionException;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several writers do whatever they like to two blogs, while subscribers come, go and
 * resume as they like: each of these sees exactly what the log says of its blog.
 */
@IntegrationTest(properties = "warta.views.flush-interval=1h")
@Import({ TestContent.class, TestBlogs.class })
class LiveBlogInterleavingIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final int WRITERS = 4;

	private static final int CHANGES = 30;

	private static final int SUBSCRIBERS = 6;

	@Autowired
	private TestContent content;

	@Autowired
	private TestBlogs testBlogs;

	@Autowired
	private LiveBlogs blogs;

	private GraphQlTester tester;

	private List<Long> articles;

	/** The entries that writers know of, those of both blogs. */
	private final List<LiveBlogEntry> entries = new CopyOnWriteArrayList<>();

	@BeforeEach
	void write(@Autowired ExecutionGraphQlService service) {
		this.tester = ExecutionGraphQlServiceTester.create(service);
		this.content.clear();
		this.articles = List.of(this.testBlogs.started("satu"), this.testBlogs.started("dua"));
	}

	@ParameterizedTest
	@ValueSource(longs = { 41, 42, 43 })
	void eachSubscriberSeesExactlyTheLogsSequenceOfItsBlog(long seed) {
		EventCursor start = head();
		Random random = new Random(seed);
		Mono<Void> writing = Flux.range(0, WRITERS)
			.flatMap((i) -> writer(new Random(random.nextLong())), WRITERS)
			.then(Mono.defer(this::sayTheLast));
		Mono<List<List<String>>> reading = Flux.range(0, SUBSCRIBERS)
			.flatMapSequential(
					(i) -> subscriber(this.articles.get(i % 2), start.toString(), new Random(random.nextLong())),
					SUBSCRIBERS)
			.collectList();
		List<List<String>> seen = Mono.zip(reading, writing.thenReturn(true)).block(LIMIT).getT1();
		for (int i = 0; i < SUBSCRIBERS; i++) {
			assertThat(seen.get(i)).as("seed %d, subscriber %d", seed, i)
				.isEqualTo(told(this.articles.get(i % 2), start.position()));
		}
	}

	private Mono<Void> writer(Random random) {
		return Flux.range(0, CHANGES).concatMap((i) -> Mono.defer(() -> change(random))).then();
	}

	/** Refusals are part of the game: others may have been faster. */
	private Mono<Void> change(Random random) {
		long article = this.articles.get(random.nextInt(2));
		LiveBlogEntry entry = this.entries.isEmpty() ? null : this.entries.get(random.nextInt(this.entries.size()));
		Mono<?> change = switch ((entry != null) ? random.nextInt(12) : 0) {
			case 5, 6 ->
				this.blogs.editEntry(Viewer.OPERATOR, entry.id(), entry.revision(), EntryEdit.of(TestBlogs.text("X")))
					.doOnNext((edited) -> {
						this.entries.remove(entry);
						this.entries.add(edited);
					});
			case 7 -> this.blogs.removeEntry(Viewer.OPERATOR, entry.id());
			case 8 -> this.blogs.pinEntry(Viewer.OPERATOR, entry.id());
			case 9 -> this.blogs.unpinEntry(Viewer.OPERATOR, entry.id());
			case 10 -> this.blogs.setSummary(Viewer.OPERATOR, article, "Ringkas");
			case 11 -> this.blogs.end(Viewer.OPERATOR, article).then(this.blogs.start(Viewer.OPERATOR, article));
			default -> this.blogs.addEntry(Viewer.OPERATOR, article, NewEntry.of(TestBlogs.text("X")))
				.doOnNext(this.entries::add);
		};
		return change.then()
			.onErrorComplete((ex) -> ex instanceof InvalidInputException || ex instanceof StaleRevisionException);
	}

	/** Tells each subscriber that it has seen everything. */
	private Mono<Void> sayTheLast() {
		return Flux.fromIterable(this.articles)
			.concatMap((article) -> this.blogs.start(Viewer.OPERATOR, article)
				.onErrorComplete(InvalidInputException.class))
			.thenMany(Flux.fromIterable(this.articles))
			.concatMap(
					(article) -> this.blogs.addEntry(Viewer.OPERATOR, article, NewEntry.of(TestBlogs.text("Terakhir"))))
			.then();
	}

	/**
	 * Takes some events, leaves, and goes on where it was, until it has seen the last.
	 */
	private Mono<List<String>> subscriber(long article, String start, Random random) {
		List<String> seen = new ArrayList<>();
		String[] cursor = { start };
		boolean[] last = { false };
		return Flux.defer(() -> stream(article, cursor[0]).take(1 + random.nextInt(20)).doOnNext((event) -> {
			cursor[0] = (String) event.get("cursor");
			if (!"HEARTBEAT".equals(event.get("type"))) {
				seen.add(event.get("type") + " " + event.get("entryId") + " " + event.get("revision"));
			}
			last[0] = event.get("entry") instanceof Map<?, ?> entry && "Terakhir".equals(entry.get("title"));
		}).takeUntil((event) -> last[0])).repeat(() -> !last[0]).then(Mono.fromSupplier(() -> seen));
	}

	@SuppressWarnings("unchecked")
	private Flux<Map<String, Object>> stream(long article, String after) {
		return this.tester.document("""
				subscription ($article: ID!, $after: String) { liveBlog(articleId: $article, after: $after) {
				  cursor type entryId revision entry { title } } }""")
			.variable("article", new NodeId("Article", article).toString())
			.variable("after", after)
			.executeSubscription()
			.toFlux()
			.publishOn(Schedulers.boundedElastic(), 1)
			.map((response) -> response.path("liveBlog").entity(Map.class).get())
			.map((event) -> (Map<String, Object>) event);
	}

	private List<String> told(long article, long after) {
		return List
			.of(this.content.one("""
					select string_agg(concat(substr(kind, 11), ' ', coalesce(payload ->> 'entry', 'null'), ' ',
					    coalesce(payload ->> 'revision', 'null')), ',' order by position)
					from event_log where position > %d and (payload ->> 'article')::bigint = %d""".formatted(after,
					article))
				.split(","))
			.stream()
			.map(LiveBlogInterleavingIntegrationTests::global)
			.toList();
	}

	private static String global(String line) {
		String[] parts = line.split(" ");
		return parts[1].equals("null") ? line
				: parts[0] + " " + new NodeId("LiveBlogEntry", Long.parseLong(parts[1])) + " " + parts[2];
	}

	private EventCursor head() {
		String[] head = this.content.one("select epoch || ' ' || position from event_log_head").split(" ");
		return new EventCursor(UUID.fromString(head[0]), Long.parseLong(head[1]));
	}

}
