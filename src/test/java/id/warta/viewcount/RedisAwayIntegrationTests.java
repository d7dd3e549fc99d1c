package id.warta.viewcount;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import id.warta.IntegrationTest;
import id.warta.embedded.RedisPause;
import id.warta.platform.RedisLink;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest(properties = "warta.views.flush-interval=1h")
class RedisAwayIntegrationTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	@Autowired
	private Views views;

	@Autowired
	private ViewRing ring;

	@Autowired
	private VisibleArticles visible;

	@Autowired
	private ViewProperties properties;

	@Autowired
	private ViewLedger ledger;

	@Autowired
	private ViewFlush flush;

	@Autowired
	private Scripts scripts;

	@Autowired
	private LettuceConnectionFactory factory;

	@Autowired
	private DatabaseClient database;

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private long article;

	@BeforeEach
	void flushTwoOfThreeViews() {
		this.article = TestArticles.published(this.database);
		assertThat(record("visitor-1")).isEqualTo(ViewOutcome.COUNTED);
		assertThat(record("visitor-2")).isEqualTo(ViewOutcome.COUNTED);
		this.flush.run().then(this.flush.run()).block();
		assertThat(record("visitor-3")).isEqualTo(ViewOutcome.COUNTED);
	}

	@Test
	void withoutRedisWhatPostgresHoldsIsReadAndNothingIsCounted() throws IOException {
		LettuceConnectionFactory nowhere = new LettuceConnectionFactory(
				new RedisStandaloneConfiguration("127.0.0.1", closedPort()), this.factory.getClientConfiguration());
		nowhere.afterPropertiesSet();
		nowhere.start();
		Scripts scripts = new Scripts(new RedisLink(nowhere));
		ViewRing away = new ViewRing(
				new ViewRecorder(this.visible, new NewestBatches(this.ledger, scripts), new DailySalt(scripts),
						new ViewCounter(scripts, this.properties), InstantSource.system()),
				new ViewProperties(Duration.ofMinutes(30), 1000, 2, Duration.ofHours(1)), InstantSource.system(),
				this.meters);
		assertThat(away.record(TestViews.of(this.article, "visitor-4")).block(SOON)).isEqualTo(ViewOutcome.WAITING);
		assertThat(away.record(TestViews.of(this.article, "visitor-5")).block(SOON)).isEqualTo(ViewOutcome.WAITING);
		assertThat(away.record(TestViews.of(this.article, "visitor-6")).block(SOON)).isEqualTo(ViewOutcome.UNAVAILABLE);
		away.replay().block(SOON);
		assertThat(this.meters.get("warta.views.waiting").gauge().value()).isEqualTo(2);
		assertThat(this.meters.get("warta.views.lost").counter().count()).isEqualTo(1);
		assertThat(new Views(new WaitingViews(scripts), this.ledger).counts(List.of(this.article)).block(SOON))
			.containsEntry(this.article, 2L);
		Health health = new RedisHealth(scripts, away).health().block(SOON);
		assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
		assertThat(health.getDetails()).containsEntry("waitingViews", 2);
		nowhere.destroy();
	}

	@Test
	void withRedisAllIsWell() {
		assertThat(new RedisHealth(this.scripts, this.ring).health().block(SOON).getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void aViewThatWaitsIsCountedOnceWhenRedisIsBack() {
		try (RedisPause pause = RedisPause.of(this.factory)) {
			assertThat(record("visitor-4")).isEqualTo(ViewOutcome.WAITING);
			assertThat(record("visitor-4")).isEqualTo(ViewOutcome.WAITING);
			assertThat(record("visitor-3")).isEqualTo(ViewOutcome.WAITING);
			assertThat(count()).isEqualTo(2);
		}
		this.ring.replay()
			.then(Mono.fromSupplier(this.ring::size))
			.filter((size) -> size == 0)
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("still away")))
			.retryWhen(Retry.fixedDelay(50, Duration.ofMillis(100)))
			.block();
		assertThat(count()).isEqualTo(4);
		assertThat(record("visitor-4")).isEqualTo(ViewOutcome.ALREADY_COUNTED);
	}

	private ViewOutcome record(String visitor) {
		return this.ring.record(TestViews.of(this.article, visitor)).block(SOON);
	}

	private long count() {
		return this.views.counts(List.of(this.article)).block(SOON).get(this.article);
	}

	private static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
