package id.warta.viewcount;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.warta.TestNodes;
import id.warta.WartaApplication;
import id.warta.embedded.TestRedis;
import id.warta.embedded.TestSite;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProxyAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes that count beacons while Redis and PostgreSQL crash, stand still and come
 * back, on servers of their own. Run one again with {@code -Dwarta.test.seed=…}.
 */
class ViewOutageIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final int ROUNDS = 8;

	private static final int VIEWS = 60;

	private final Random random = new Random();

	private final Random failures = new Random();

	private final Map<Long, Set<String>> attempted = new HashMap<>();

	private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

	private int visitors;

	@Test
	@Timeout(value = 5, unit = TimeUnit.MINUTES)
	void everyViewThatWasAcceptedIsCountedOnceInTheEnd() throws IOException {
		long seed = Long.getLong("warta.test.seed", System.nanoTime());
		System.out.println("warta.test.seed=" + seed);
		this.random.setSeed(seed);
		this.failures.setSeed(seed);
		try (TestSite site = new TestSite(); TestRedis redis = new TestRedis()) {
			try {
				this.nodes.add(start(site, redis));
				this.nodes.add(start(site, redis));
				countThroughOutages(redis);
			}
			finally {
				this.nodes.forEach(ConfigurableApplicationContext::close);
			}
		}
	}

	private static ConfigurableApplicationContext start(TestSite site, TestRedis redis) {
		return new SpringApplicationBuilder(WartaApplication.class)
			.properties("server.port=0", "spring.jmx.enabled=false",
					"spring.autoconfigure.exclude=" + R2dbcProxyAutoConfiguration.class.getName())
			.run("--management.server.port=0", "--warta.data=" + site.folder(), "--warta.demo=false",
					"--warta.views.flush-interval=100ms", "--spring.data.redis.host=127.0.0.1",
					"--spring.data.redis.port=" + redis.port());
	}

	private void countThroughOutages(TestRedis redis) throws IOException {
		List<Long> articles = TestArticles.published(database(), 4);
		articles.forEach((article) -> this.attempted.put(article, new HashSet<>()));
		List<WebClient> clients = this.nodes.stream().map(ViewOutageIntegrationTests::client).toList();
		count(clients, articles);
		for (int round = 0; round < ROUNDS; round++) {
			Mono<Void> counting = Mono.fromRunnable(() -> count(clients, articles));
			Mono<Void> failing = Mono.fromRunnable(() -> fail(redis));
			Mono.when(counting.subscribeOn(Schedulers.boundedElastic()),
					failing.subscribeOn(Schedulers.boundedElastic()))
				.block(LIMIT);
			redis.restart();
		}
		Mono.fromSupplier(() -> held(articles))
			.filter(sizes()::equals)
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("not all carried over yet")))
			.retryWhen(Retry.fixedDelay(100, Duration.ofMillis(200)))
			.onErrorComplete()
			.block();
		assertThat(held(articles)).isEqualTo(sizes());
	}

	private DatabaseClient database() {
		return this.nodes.get(0).getBean(DatabaseClient.class);
	}

	private Map<Long, Long> held(List<Long> articles) {
		return this.nodes.get(0)
			.getBean(ViewLedger.class)
			.of(articles)
			.collectMap(Recorded::articleId, Recorded::views)
			.block(LIMIT);
	}

	private Map<Long, Long> sizes() {
		return this.attempted.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (set) -> (long) set.getValue().size()));
	}

	private static WebClient client(ConfigurableApplicationContext node) {
		return WebClient.builder()
			.baseUrl("http://localhost:" + TestNodes.port(node))
			.defaultHeader(HttpHeaders.USER_AGENT, TestViews.BROWSER)
			.build();
	}

	/** Half of the visitors come to both nodes. */
	private void count(List<WebClient> clients, List<Long> articles) {
		List<Mono<Void>> beacons = new ArrayList<>();
		for (int i = 0; i < VIEWS; i++) {
			long article = articles.get(this.random.nextInt(articles.size()));
			String visitor = "visitor-" + ++this.visitors;
			this.attempted.get(article).add(visitor);
			int first = this.random.nextInt(clients.size());
			beacons.add(beacon(clients.get(first), article, visitor));
			if (this.random.nextBoolean()) {
				beacons.add(beacon(clients.get(1 - first), article, visitor));
			}
		}
		Flux.fromIterable(beacons).flatMap(Function.identity(), 4).blockLast(LIMIT);
	}

	/** As a page does that wants its view counted for sure. */
	private static Mono<Void> beacon(WebClient client, long article, String visitor) {
		return client.post()
			.uri("/views/berita-{article}?visitor={visitor}", article, visitor)
			.retrieve()
			.toBodilessEntity()
			.then();
	}

	private void fail(TestRedis redis) {
		switch (this.failures.nextInt(3)) {
			case 0 -> redis.kill();
			case 1 -> pause(redis);
			default -> crashPostgres();
		}
	}

	/** Commands get no answer in time, and are run nevertheless. */
	private static void pause(TestRedis redis) {
		RedisClient client = RedisClient.create(RedisURI.create("127.0.0.1", redis.port()));
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			connection.sync().clientPause(2500);
		}
		finally {
			client.shutdown();
		}
	}

	/**
	 * One of its processes is killed, and so it goes through recovery, unless it does so
	 * still.
	 */
	private void crashPostgres() {
		database().sql("select pg_backend_pid()")
			.mapValue(Long.class)
			.one()
			.onErrorComplete()
			.blockOptional(LIMIT)
			.flatMap(ProcessHandle::of)
			.ifPresent(ProcessHandle::destroyForcibly);
	}

}
