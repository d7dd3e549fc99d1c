package id.warta.viewcount;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import id.warta.IntegrationTest;
import id.warta.embedded.TestRedis;
import id.warta.platform.RedisLink;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.SlotHash;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Views on a Redis Cluster of three masters.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@IntegrationTest(properties = { "warta.views.flush-interval=1h", "spring.data.redis.timeout=10s" })
class RedisClusterIntegrationTests {

	private static final int MASTERS = 3;

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final List<TestRedis> SERVERS = new ArrayList<>();

	@Autowired
	private ViewLedger ledger;

	@Autowired
	private VisibleArticles visible;

	@Autowired
	private ViewProperties properties;

	@Autowired
	private FlushMeters meters;

	@Autowired
	private DatabaseClient database;

	private List<ViewLedger.Newest> before = List.of();

	private LettuceConnectionFactory factory;

	private ViewRing ring;

	private ViewFlush flush;

	private Views views;

	private static void startCluster() throws IOException {
		for (int i = 0; i < MASTERS; i++) {
			SERVERS.add(new TestRedis("--cluster-enabled", "yes"));
		}
		for (int i = 0; i < MASTERS; i++) {
			int[] slots = IntStream.range(i * SlotHash.SLOT_COUNT / MASTERS, (i + 1) * SlotHash.SLOT_COUNT / MASTERS)
				.toArray();
			int epoch = i + 1;
			onServer(i, (connection) -> {
				connection.sync().clusterAddSlots(slots);
				connection.sync().clusterSetConfigEpoch(epoch);
				return connection.sync().clusterMeet("127.0.0.1", SERVERS.get(0).port());
			});
		}
		for (int i = 0; i < MASTERS; i++) {
			int server = i;
			Mono.fromCallable(() -> onServer(server, (connection) -> connection.sync().clusterInfo()))
				.subscribeOn(Schedulers.boundedElastic())
				.filter((info) -> info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + MASTERS))
				.switchIfEmpty(Mono.error(() -> new IllegalStateException("no cluster yet")))
				.retryWhen(Retry.fixedDelay(300, Duration.ofMillis(100)))
				.block();
		}
	}

	private static <T> T onServer(int server, Function<StatefulRedisConnection<String, String>, T> action) {
		RedisClient client = RedisClient.create(RedisURI.create("127.0.0.1", SERVERS.get(server).port()));
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			return action.apply(connection);
		}
		finally {
			client.shutdown();
		}
	}

	@AfterAll
	static void stopCluster() {
		SERVERS.forEach(TestRedis::close);
	}

	@BeforeEach
	void connect(@Autowired LettuceConnectionFactory standalone) throws IOException {
		if (SERVERS.isEmpty()) {
			startCluster();
		}
		// What other tests' Redis counted would look like what this one has forgotten
		this.before = this.ledger.newestBatches().collectList().block();
		forgetBatches();
		this.factory = new LettuceConnectionFactory(
				new RedisClusterConfiguration(SERVERS.stream().map((server) -> "127.0.0.1:" + server.port()).toList()),
				standalone.getClientConfiguration());
		this.factory.afterPropertiesSet();
		this.factory.start();
		Scripts scripts = new Scripts(new RedisLink(this.factory));
		NewestBatches newest = new NewestBatches(this.ledger, scripts);
		this.ring = new ViewRing(
				new ViewRecorder(this.visible, newest, new DailySalt(scripts),
						new ViewCounter(scripts, this.properties), InstantSource.system()),
				this.properties, InstantSource.system(), new SimpleMeterRegistry());
		this.flush = new ViewFlush(new ViewFlights(scripts), this.ledger, newest, this.meters);
		this.views = new Views(new WaitingViews(scripts), this.ledger);
	}

	@AfterEach
	void disconnect() {
		this.factory.destroy();
		forgetBatches();
		Flux.fromIterable(this.before)
			.concatMap((newest) -> this.database.sql("update view_flush set batch = :batch where shard = :shard")
				.bind("batch", newest.number())
				.bind("shard", newest.shard().number())
				.then())
			.blockLast();
	}

	private void forgetBatches() {
		this.database.sql("update view_flush set batch = 0").then().block();
	}

	@Test
	void viewsAreCountedReadAndCarriedOverWhereverTheirShardsLie() {
		List<Long> articles = TestArticles.published(this.database, 2 * Shard.COUNT);
		assertThat(masters()).hasSize(MASTERS);
		Map<ViewOutcome, Long> outcomes = Flux.fromIterable(articles)
			.flatMap((article) -> Flux.just("visitor-1", "visitor-2", "visitor-1")
				.concatMap((visitor) -> this.ring.record(TestViews.of(article, visitor))))
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
			.block(LIMIT);
		assertThat(outcomes).isEqualTo(Map.of(ViewOutcome.COUNTED, 64L, ViewOutcome.ALREADY_COUNTED, 32L));
		assertEachHasTwo(articles);
		assertThat(held(articles)).containsOnly(0L);
		this.flush.run().block(LIMIT);
		assertEachHasTwo(articles);
		assertThat(held(articles)).containsOnly(2L);
	}

	private void assertEachHasTwo(List<Long> articles) {
		assertThat(this.views.counts(articles).block(LIMIT)).hasSize(articles.size())
			.allSatisfy((article, count) -> assertThat(count).isEqualTo(2));
	}

	private Set<Long> held(List<Long> articles) {
		return new HashSet<>(this.ledger.of(articles).map(Recorded::views).collectList().block(LIMIT));
	}

	/** The masters that the shards lie on. */
	private static Set<Integer> masters() {
		return Shard.ALL.stream()
			.map((shard) -> SlotHash.getSlot(shard.pending()) * MASTERS / SlotHash.SLOT_COUNT)
			.collect(Collectors.toSet());
	}

	@Test
	void viewsThatWaitForAMasterAreCountedWhenItIsBack() throws IOException {
		List<Long> articles = TestArticles.published(this.database, Shard.COUNT);
		SERVERS.get(1).kill();
		Flux.fromIterable(articles)
			.flatMap((article) -> this.ring.record(TestViews.of(article, "visitor-1")))
			.doOnNext((outcome) -> assertThat(outcome).isIn(ViewOutcome.COUNTED, ViewOutcome.WAITING))
			.blockLast(LIMIT);
		assertThat(this.ring.size()).isPositive();
		SERVERS.get(1).restart();
		this.ring.replay()
			.then(Mono.fromSupplier(this.ring::size))
			.filter((size) -> size == 0)
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("still away")))
			.retryWhen(Retry.fixedDelay(300, Duration.ofMillis(100)))
			.then(this.flush.run())
			.block(LIMIT);
		assertThat(held(articles)).containsOnly(1L);
	}

}
