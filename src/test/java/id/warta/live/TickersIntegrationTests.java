package id.warta.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.TestNodes;
import id.warta.eventlog.EventLog;
import id.warta.eventlog.LiveEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes, several writers whose transactions are long or rolled back, a node that is
 * restarted, and tickers that come, go and resume on either node by either transport:
 * each sees exactly the log's sequence.
 */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "warta.live.heartbeat=1s", "warta.live.return-within=1s" })
@Import(TestContent.class)
class TickersIntegrationTests {

	private static final int WRITERS = 3;

	private static final int TICKERS = 12;

	private static final String LAST = "LAST";

	@LocalServerPort
	private int port;

	@Autowired
	private TestContent content;

	@Autowired
	private LiveEvents live;

	@Autowired
	private EventLog log;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TransactionalOperator transaction;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final AtomicReference<ConfigurableApplicationContext> other = new AtomicReference<>();

	private long article;

	@BeforeEach
	void startAnotherNode() {
		this.content.clear();
		this.article = this.content.article("banjir");
		this.content.changed();
		this.other.set(another());
	}

	private static ConfigurableApplicationContext another() {
		return TestNodes.start("--warta.live.heartbeat=1s", "--warta.live.return-within=1s");
	}

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
		this.other.get().close();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void eachTickerSeesExactlyTheLogsSequence(long seed) throws Exception {
		String from = this.live.cursor().toString();
		List<Ticker> tickers = new ArrayList<>();
		List<CompletableFuture<Void>> reading = new ArrayList<>();
		for (int i = 0; i < TICKERS; i++) {
			Ticker ticker = new Ticker(from, i, new Random(seed * 1000 + i));
			tickers.add(ticker);
			reading.add(CompletableFuture.runAsync(ticker, this.threads));
		}
		Mono<Void> writing = Flux.range(0, WRITERS)
			.flatMap((writer) -> write(new Random(seed * 100 + writer), writer))
			.then();
		CompletableFuture<Void> written = writing.toFuture();
		this.other.get().close();
		this.other.set(another());
		written.get(60, TimeUnit.SECONDS);
		append("BREAKING_ENDED", LAST).block();
		CompletableFuture.allOf(reading.toArray(CompletableFuture[]::new)).get(90, TimeUnit.SECONDS);
		List<String> expected = expected(from);
		for (Ticker ticker : tickers) {
			assertThat(ticker.seen).as("seed %d, ticker %d", seed, ticker.number).isEqualTo(expected);
		}
		assertThat(expected).hasSizeGreaterThan(WRITERS * 60);
	}

	private Mono<Void> write(Random random, int writer) {
		return Flux.range(0, 100)
			.concatMap((i) -> one(random, writer + "/" + i).onErrorComplete(RolledBack.class)
				.then(Mono.delay(Duration.ofMillis(random.nextInt(120)))))
			.then();
	}

	private Mono<Void> one(Random random, String what) {
		boolean rolledBack = random.nextInt(4) == 0;
		int events = 1 + random.nextInt(3);
		return pause(random)
			.thenMany(Flux.range(0, events)
				.concatMap((i) -> random.nextInt(5) == 0 ? this.log.append("OTHER", "Test", 0, Map.of())
						: append("BREAKING_UPDATED", what + "/" + i)))
			.then(pause(random))
			.then(rolledBack ? Mono.<Void>error(new RolledBack()) : Mono.<Void>empty())
			.as(this.transaction::transactional);
	}

	private Mono<Long> append(String kind, String reason) {
		return this.log.append(kind, "Article", this.article, Map.of("revision", 1, "reason", reason));
	}

	private Mono<Void> pause(Random random) {
		double seconds = (random.nextInt(5) == 0) ? random.nextInt(40) / 1000d : 0;
		return this.database.sql("select pg_sleep(:seconds)").bind("seconds", seconds).fetch().rowsUpdated().then();
	}

	private List<String> expected(String from) {
		long position = this.live.place(from).block().position();
		return this.database.sql("""
				select payload ->> 'reason' from event_log
				where position > :from and kind like 'BREAKING%' order by position""")
			.bind("from", position)
			.mapValue(String.class)
			.all()
			.collectList()
			.block();
	}

	private static final class RolledBack extends RuntimeException {

		RolledBack() {
			super("rolled back", null, false, false);
		}

	}

	private final class Ticker implements Runnable {

		private final int number;

		private final Random random;

		private final List<String> seen = new ArrayList<>();

		private String cursor;

		Ticker(String cursor, int number, Random random) {
			this.cursor = cursor;
			this.number = number;
			this.random = random;
		}

		@Override
		public void run() {
			while (!isDone()) {
				try {
					int at = this.random.nextBoolean() ? TickersIntegrationTests.this.port
							: TestNodes.port(TickersIntegrationTests.this.other.get());
					int some = 1 + this.random.nextInt(60);
					if (this.random.nextBoolean()) {
						bySocket(at, some);
					}
					else {
						byEventSource(at, some);
					}
				}
				catch (RuntimeException | AssertionError ex) {
					// The node has gone, or goes: comes back elsewhere
				}
			}
		}

		private boolean isDone() {
			return !this.seen.isEmpty() && this.seen.get(this.seen.size() - 1).equals(LAST);
		}

		/** Operations of one id and of different ones, of two documents. */
		private void bySocket(int at, int some) {
			try (GraphQlSocket socket = GraphQlSocket.connect(at)) {
				String selection = this.random.nextBoolean() ? "cursor reason" : "reason cursor article { slug }";
				socket.subscribe(this.random.nextBoolean() ? "1" : "ticker " + this.number,
						"subscription($after: String) { breakingNews(after: $after) { type " + selection + " } }",
						Map.of("after", this.cursor));
				for (int i = 0; i < some && !isDone(); i++) {
					Map<String, Object> event = socket.event("breakingNews");
					see((String) event.get("type"), (String) event.get("reason"));
					this.cursor = (String) event.get("cursor");
				}
			}
		}

		private void byEventSource(int at, int some) {
			try (EventSource source = EventSource.get(at, "subscription { breakingNews { type reason } }",
					this.cursor)) {
				for (int i = 0; i < some && !isDone() && source.status() == 200; i++) {
					Map<String, String> event = source.take();
					String data = event.get("data");
					if ("next".equals(event.get("event")) && data != null) {
						see("", data.replaceAll(".*\"reason\":\"([^\"]*)\".*", "$1"));
					}
					this.cursor = event.getOrDefault("id", this.cursor);
					if (source.isOver(event)) {
						return;
					}
				}
			}
		}

		private void see(String type, String reason) {
			if (!"HEARTBEAT".equals(type)) {
				this.seen.add(reason);
			}
		}

	}

}
