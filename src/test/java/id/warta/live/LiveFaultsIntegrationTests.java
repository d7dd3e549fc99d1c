package id.warta.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.breaking.BreakingNews;
import id.warta.embedded.RedisPause;
import id.warta.eventlog.EventLog;
import id.warta.eventlog.LiveEvents;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What tickers see when something breaks behind the node that they listen to.
 */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestContent.class)
class LiveFaultsIntegrationTests {

	private static final String TICKER = """
			subscription($after: String) {
			  breakingNews(after: $after) { type cursor article { title viewCount } } }""";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration RECOVERY = Duration.ofMinutes(3);

	@LocalServerPort
	private int port;

	@Autowired
	private TestContent content;

	@Autowired
	private BreakingNews breakingNews;

	@Autowired
	private LiveEvents live;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private EventLog log;

	@Autowired
	private TransactionalOperator transaction;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private LettuceConnectionFactory redis;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.article("banjir");
		this.content.changed();
	}

	private Mono<?> flash() {
		return this.breakingNews.start("banjir", Instant.parse("2100-01-01T00:00:00Z"));
	}

	private GraphQlSocket ticker() {
		GraphQlSocket socket = GraphQlSocket.connect(this.port);
		socket.subscribe("1", TICKER);
		socket.event("breakingNews");
		return socket;
	}

	private static Map<String, Object> flashOf(GraphQlSocket socket) {
		Map<String, Object> event = socket.event("breakingNews");
		while ("HEARTBEAT".equals(event.get("type"))) {
			event = socket.event("breakingNews");
		}
		return event;
	}

	/**
	 * A backend that is killed makes the server throw all out and recover, which takes
	 * the longer the more earlier tests have written since the last checkpoint.
	 */
	@Test
	void aPostgresThatCrashesAndComesBackCostsNoEvent() {
		try (GraphQlSocket socket = ticker()) {
			flash().block();
			assertThat(flashOf(socket)).containsEntry("type", "PUBLISHED");
			long backend = this.database.sql("""
					select pid::bigint from pg_stat_activity
					where pid <> pg_backend_pid() and backend_type = 'client backend'""")
				.mapValue(Long.class)
				.first()
				.block();
			ProcessHandle.of(backend).orElseThrow().destroyForcibly();
			flash().retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(50)).maxBackoff(Duration.ofMillis(500)))
				.block(RECOVERY);
			Map<String, Object> event = flashOf(socket);
			assertThat(event).containsEntry("type", "UPDATED");
			assertThat(event.get("article")).isNotNull();
			Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> this.meters.get("warta.eventlog.listening").gauge().value() == 1);
			flash().block();
			assertThat(flashOf(socket)).containsEntry("type", "UPDATED");
		}
	}

	@Test
	void aRedisThatDoesNotAnswerKeepsNoFlashBack() {
		try (GraphQlSocket socket = ticker(); RedisPause pause = RedisPause.of(this.redis)) {
			flash().block();
			Map<String, Object> event = flashOf(socket);
			assertThat(event).containsEntry("type", "PUBLISHED");
			assertThat(event.get("article")).isEqualTo(Map.of("title", "Title of banjir", "viewCount", 0));
		}
	}

	@Test
	void aNodeThatIsKilledWhilePublishingLeavesNeitherGapNorDuplicate() throws Exception {
		String from = this.live.cursor().toString();
		long position = this.live.cursor().position();
		try (PublishingNode node = PublishingNode.start("banjir");
				GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
			socket.subscribe("1", TICKER, Map.of("after", from));
			List<String> seen = new ArrayList<>();
			for (int i = 0; i < 50; i++) {
				seen.add((String) flashOf(socket).get("cursor"));
			}
			node.kill();
			flash().block();
			String last = this.live.cursor().at(head()).toString();
			while (!seen.get(seen.size() - 1).equals(last)) {
				seen.add((String) flashOf(socket).get("cursor"));
			}
			List<String> expected = this.database.sql(
					"select position from event_log where position > :from and kind like 'BREAKING%' order by position")
				.bind("from", position)
				.mapValue(Long.class)
				.all()
				.map((at) -> this.live.cursor().at(at).toString())
				.collectList()
				.block();
			assertThat(seen).isEqualTo(expected);
		}
	}

	/** As an import is: one transaction, which appends its one event in the end. */
	@Test
	void aLongTransactionHoldsNoFlashBack() {
		Sinks.Empty<Void> end = Sinks.empty();
		Mono<Void> importing = this.database.sql("""
				insert into article (slug, title, status, published_at)
				select 'import-' || n, 'Imported', 'PUBLISHED', now() from generate_series(1, 500) n""")
			.then()
			.then(end.asMono())
			.then(this.log.append(EventLog.IMPORTED, "Site", 0, Map.of()))
			.then()
			.as(this.transaction::transactional);
		try (GraphQlSocket socket = ticker()) {
			CompletableFuture<Void> imported = importing.toFuture();
			flash().block(PATIENCE);
			assertThat(flashOf(socket)).containsEntry("type", "PUBLISHED");
			assertThat(imported).isNotDone();
			end.tryEmitEmpty();
			imported.orTimeout(30, TimeUnit.SECONDS).join();
		}
		assertThat(this.content.one("select count(*) from article where slug like 'import-%'")).isEqualTo("500");
	}

	private long head() {
		return this.database.sql("select position from event_log_head").mapValue(Long.class).one().block();
	}

}
