package id.warta.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.breaking.BreakingNews;
import id.warta.eventlog.LiveEvents;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Clients that hang, vanish, or want too much, and what is left of them.
 */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "warta.live.keep-alive=2s", "warta.live.pong-timeout=2s",
				"warta.limits.connections-per-client=60", "warta.limits.operations-per-client=80" })
@Import(TestContent.class)
class ConnectionFaultsIntegrationTests {

	private static final String TICKER = "subscription { breakingNews { type cursor article { title body } } }";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@LocalServerPort
	private int port;

	@Autowired
	private TestContent content;

	@Autowired
	private BreakingNews breakingNews;

	@Autowired
	private LiveEvents live;

	@Autowired
	private MeterRegistry meters;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.article("banjir");
		this.content.changed();
		leavesNothing();
	}

	private void flash() {
		assertThat(this.breakingNews.start("banjir", Instant.parse("2100-01-01T00:00:00Z")).block()).isNotNull();
	}

	private double gauge(String name) {
		return this.meters.get(name).gauge().value();
	}

	/** No connection, subscriber or stream, and no connection to PostgreSQL in use. */
	private void leavesNothing() {
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(List.of("warta.live.connections", "warta.live.subscribers",
					"warta.live.streams", "warta.eventlog.followers", "r2dbc.pool.acquired"))
				.allSatisfy((name) -> assertThat(gauge(name)).as(name).isZero()));
	}

	@Test
	void aThousandVisitsLeaveNothingBehind() {
		String before = this.live.cursor().toString();
		flash();
		for (int i = 0; i < 250; i++) {
			try (GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
				socket.subscribe("1", "subscription { breakingNews(after: \"" + before + "\") { cursor type } }");
				socket.event("breakingNews");
			}
			GraphQlSocket gone = GraphQlSocket.open(this.port);
			gone.send("{\"type\": \"connection_init\"}");
			gone.subscribe("1", TICKER).close();
			try (EventSource source = EventSource.get(this.port, TICKER, (i % 2 == 0) ? before : null)) {
				source.take();
			}
			try (GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
				socket.subscribe("1", TICKER).subscribe("2", "{ site { title } }");
				socket.send("{\"type\": \"complete\", \"id\": \"1\"}");
				socket.socket().sendClose(1000, "").join();
				socket.closed();
			}
		}
		leavesNothing();
	}

	@Test
	void whoDoesNotAnswerIsTakenForDead() throws IOException {
		double before = this.meters.get("warta.live.dead").counter().count();
		try (SilentSocket silent = new SilentSocket(this.port);
				GraphQlSocket alive = GraphQlSocket.connect(this.port)) {
			silent.send("{\"type\": \"connection_init\"}");
			silent.readUntil("connection_ack");
			silent.awaitEnd();
			assertThat(this.meters.get("warta.live.dead").counter().count()).isEqualTo(before + 1);
			alive.subscribe("1", "{ site { title } }");
			assertThat(alive.take()).containsEntry("type", "next");
		}
		leavesNothing();
	}

	@Test
	void anAddressHasSoManyConnectionsAndNoMore() {
		List<AutoCloseable> open = new ArrayList<>();
		try {
			for (int i = 0; i < 30; i++) {
				open.add(GraphQlSocket.connect(this.port));
				open.add(EventSource.get(this.port, TICKER, null));
			}
			try (GraphQlSocket more = GraphQlSocket.open(this.port)) {
				assertThat(more.closed()).isEqualTo("1013 TOO_MANY_CONNECTIONS");
			}
			try (EventSource more = EventSource.get(this.port, TICKER, null)) {
				assertThat(more.status()).isEqualTo(429);
				assertThat(more.body()).contains("TOO_MANY_CONNECTIONS");
			}
		}
		finally {
			open.forEach((each) -> assertThatCode(each::close).doesNotThrowAnyException());
		}
		leavesNothing();
	}

	@Test
	void anAddressHasSoManyOperationsAndNoMore() {
		try (GraphQlSocket one = GraphQlSocket.connect(this.port);
				GraphQlSocket two = GraphQlSocket.connect(this.port)) {
			for (int i = 0; i < 40; i++) {
				one.subscribe("a" + i, TICKER);
				one.event("breakingNews");
				two.subscribe("b" + i, TICKER);
				two.event("breakingNews");
			}
			two.subscribe("more", TICKER);
			assertThat(two.errorCode()).isEqualTo("TOO_MANY_OPERATIONS");
			one.send("{\"type\": \"complete\", \"id\": \"a1\"}");
			one.subscribe("q", "{ site { title } }", Map.of());
			one.take((message) -> "complete".equals(message.get("type")));
			two.subscribe("more", TICKER);
			assertThat(two.take((message) -> "more".equals(message.get("id")))).containsEntry("type", "next");
		}
		leavesNothing();
	}

}
