package id.warta.viewcount;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

import id.warta.IntegrationTest;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.beans.factory.annotation.Autowired;
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
	private ViewLedger ledger;

	@Autowired
	private ViewFlush flush;

	@Autowired
	private LettuceConnectionFactory factory;

	@Autowired
	private DatabaseClient database;

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
		Scripts scripts = new Scripts(nowhere);
		Views away = new Views(new ViewCounter(scripts, Duration.ofMinutes(1)), new WaitingViews(scripts), this.ledger);
		assertThat(away.record(this.article, "visitor-4").block(SOON)).isEqualTo(ViewOutcome.UNAVAILABLE);
		assertThat(away.counts(List.of(this.article)).block(SOON)).containsEntry(this.article, 2L);
		nowhere.destroy();
	}

	@Test
	void aViewOfWhichNobodyHeardIsCountedOnceWhenItIsRepeated() {
		pauseRedis(Duration.ofSeconds(4));
		assertThat(record("visitor-4")).isEqualTo(ViewOutcome.UNAVAILABLE);
		assertThat(count()).isEqualTo(2);
		ViewOutcome repeated = this.views.record(this.article, "visitor-4")
			.filter((outcome) -> outcome != ViewOutcome.UNAVAILABLE)
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("still away")))
			.retryWhen(Retry.fixedDelay(20, Duration.ofMillis(100)))
			.block();
		assertThat(repeated).isEqualTo(ViewOutcome.ALREADY_COUNTED);
		assertThat(count()).isEqualTo(4);
	}

	private ViewOutcome record(String visitor) {
		return this.views.record(this.article, visitor).block(SOON);
	}

	private long count() {
		return this.views.counts(List.of(this.article)).block(SOON).get(this.article);
	}

	private void pauseRedis(Duration pause) {
		RedisClient client = (RedisClient) this.factory.getRequiredNativeClient();
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			connection.sync().clientPause(pause.toMillis());
		}
	}

	private static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
