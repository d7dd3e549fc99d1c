package id.warta.live.websocket;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.breaking.BreakingNews;
import id.warta.live.GraphQlSocket;
import id.warta.live.SilentSocket;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The protocol graphql-transport-ws, message by message.
 */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "warta.limits.init-timeout=2s", "warta.limits.operations-per-connection=400",
				"warta.live.patience=1s" })
@Import(TestContent.class)
class WebSocketIntegrationTests {

	private static final String TICKER = "subscription { breakingNews { type articleId article { slug } } }";

	private static final String STORY = "subscription { breakingNews { type cursor article { title body } } }";

	private static final String FOREVER = "subscription { breakingNews { cursor } }";

	@LocalServerPort
	private int port;

	@Autowired
	private TestContent content;

	@Autowired
	private BreakingNews breakingNews;

	@Autowired
	private MeterRegistry meters;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.article("banjir");
		this.content.changed();
	}

	private void flash() {
		assertThat(this.breakingNews.start("banjir", Instant.parse("2100-01-01T00:00:00Z")).block()).isNotNull();
	}

	@Test
	void aQueryIsAnsweredOnceAndCompleted() {
		try (GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
			socket.subscribe("1", "query($slug: String!) { article(slug: $slug) { title } }", Map.of("slug", "banjir"));
			assertThat(socket.take()).isEqualTo(Map.of("id", "1", "type", "next", "payload",
					Map.of("data", Map.of("article", Map.of("title", "Title of banjir")))));
			assertThat(socket.take()).isEqualTo(Map.of("id", "1", "type", "complete"));
		}
	}

	@Test
	void aSubscriptionTellsUntilItsClientHasEnough() {
		try (GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
			socket.subscribe("a", TICKER);
			assertThat(socket.event("breakingNews")).containsEntry("type", "HEARTBEAT");
			flash();
			assertThat(GraphQlSocket.in(socket.take((message) -> message.toString().contains("PUBLISHED")), "payload",
					"data", "breakingNews", "article", "slug"))
				.isEqualTo("banjir");
			socket.send("{\"type\": \"complete\", \"id\": \"a\"}");
			socket.subscribe("a", "{ site { title } }");
			assertThat(socket.take((message) -> "complete".equals(message.get("type")))).containsEntry("id", "a");
		}
	}

	@Test
	void whatIsNotExecutedIsAnErrorOfItsOperationAlone() {
		try (GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
			socket.subscribe("1", "{ nonsense }");
			assertThat(socket.errorCode()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
			socket.subscribe("1", "subscription { breakingNews(after: \"nonsense\") { cursor } }");
			assertThat(socket.errorCode()).isEqualTo("BAD_CURSOR");
			socket.subscribe("1", "subscription($a: String) { breakingNews(after: $a) { cursor } }", Map.of("a", 1));
			assertThat(socket.errorCode()).isNotEmpty();
			socket.subscribe("1", "subscription { breakingNews(after: \"AdcAaEjzvEuGm5qfX-UYwhcB\") { cursor } }");
			assertThat(socket.errorCode()).isEqualTo("CURSOR_EXPIRED");
			socket.subscribe("1", "{" + "a:articles{nodes{related{".repeat(8) + "id" + "}}}".repeat(8) + "}");
			assertThat(socket.errorCode()).isEqualTo("QUERY_TOO_DEEP");
			socket.subscribe("1", "{ site { title } }");
			assertThat(socket.take()).containsEntry("type", "next");
		}
	}

	@Test
	void aMutationChangesSomething() {
		try (GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
			socket.subscribe("1", "mutation { recordView(input: {articleId: \"nonsense\", visitor: \"a1b2c3d4\"}) "
					+ "{ counted } }");
			assertThat(socket.take().toString()).contains("BAD_ID");
		}
	}

	@Test
	void pingsAreAnsweredWithWhatTheyHold() {
		try (GraphQlSocket socket = GraphQlSocket.open(this.port)) {
			socket.send("{\"type\": \"ping\", \"payload\": {\"a\": [1]}}");
			assertThat(socket.take()).isEqualTo(Map.of("type", "pong", "payload", Map.of("a", java.util.List.of(1))));
			socket.send("{\"type\": \"ping\"}");
			assertThat(socket.take()).isEqualTo(Map.of("type", "pong"));
			socket.send("{\"type\": \"pong\"}");
			socket.send("{\"type\": \"connection_init\", \"payload\": {}}");
			assertThat(socket.take()).isEqualTo(Map.of("type", "connection_ack"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "[]", "null", "1", "{}", "{\"type\": 1}", "{\"type\": \"start\"}",
			"{\"type\": \"connection_ack\"}", "{\"type\": \"subscribe\"}", "{\"type\": \"subscribe\", \"id\": \"1\"}",
			"{\"type\": \"subscribe\", \"id\": 1, \"payload\": {\"query\": \"{a}\"}}",
			"{\"type\": \"subscribe\", \"id\": \"\", \"payload\": {\"query\": \"{a}\"}}",
			"{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": 1}}",
			"{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": \"{a}\", \"variables\": 1}}",
			"{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": \"{a}\", \"operationName\": 1}}",
			"{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": \" \"}}", "{\"type\": \"complete\"}",
			"{\"type\": \"ping\", \"payload\": 1}" })
	void whatIsNoMessageClosesTheConnection(String text) {
		try (GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
			socket.send(text);
			assertThat(socket.closed()).startsWith("4400 ");
		}
	}

	@Test
	void deepNestingAndBinaryFramesAreNoMessages() {
		try (GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
			socket.send("{\"type\":\"ping\",\"payload\":" + "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000) + "}");
			assertThat(socket.closed()).startsWith("4400 ");
		}
		try (GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
			socket.sendBinary();
			assertThat(socket.closed()).startsWith("4400 ");
		}
	}

	@Test
	void whoDoesNotKeepTheOrderIsSentAway() {
		try (GraphQlSocket socket = GraphQlSocket.open(this.port)) {
			socket.subscribe("1", FOREVER);
			assertThat(socket.closed()).isEqualTo("4401 Unauthorized");
		}
		try (GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
			socket.send("{\"type\": \"connection_init\"}");
			assertThat(socket.closed()).isEqualTo("4429 Too many initialisation requests");
		}
		try (GraphQlSocket socket = GraphQlSocket.open(this.port)) {
			assertThat(socket.closed()).isEqualTo("4408 Connection initialisation timeout");
		}
		try (GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
			socket.subscribe("1", FOREVER).subscribe("1", "{ site { title } }");
			assertThat(socket.closed()).isEqualTo("4409 Subscriber for 1 already exists");
		}
	}

	@Test
	void anotherProtocolIsNotSpoken() {
		try (GraphQlSocket socket = GraphQlSocket.open(this.port, "graphql-ws")) {
			assertThat(socket.closed()).isEqualTo("4406 Subprotocol not acceptable");
		}
		try (GraphQlSocket socket = GraphQlSocket.open(this.port, null)) {
			assertThat(socket.closed()).isEqualTo("4406 Subprotocol not acceptable");
		}
	}

	@Test
	void messagesMayBeLargeAndInPiecesUpToALimit() {
		String query = "{ site { title } }" + " ".repeat(1_500);
		String message = "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + query
				+ "\",\"extensions\":{\"filler\":[\"" + "x".repeat(9_000) + "\""
				+ (",\"" + "y".repeat(9_000) + "\"").repeat(20) + "]}}}";
		try (GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
			socket.send(message);
			assertThat(socket.take()).containsEntry("type", "next");
			assertThat(socket.take()).containsEntry("type", "complete");
			int half = message.length() / 2;
			socket.socket().sendText(message.substring(0, half), false).join();
			socket.socket().sendText(message.substring(half), true).join();
			assertThat(socket.take()).containsEntry("type", "next");
			socket.send("x".repeat(300_000));
			assertThat(socket.closed()).startsWith("1009 ");
		}
	}

	@Test
	void hundredsOfOperationsLiveOnOneConnectionAndNoMoreThanTheCap() {
		try (GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
			IntStream.range(0, 400).forEach((i) -> socket.subscribe("s" + i, TICKER));
			socket.subscribe("more", TICKER);
			assertThat(socket.take((message) -> "error".equals(message.get("type")))).containsEntry("id", "more")
				.extracting("payload")
				.asString()
				.contains("TOO_MANY_OPERATIONS");
			socket.send("{\"type\": \"complete\", \"id\": \"s0\"}");
			socket.subscribe("more", "{ site { title } }");
			socket.take((message) -> "complete".equals(message.get("type")));
			flash();
			long told = IntStream.range(1, 400)
				.mapToObj((i) -> socket.take((message) -> message.toString().contains("PUBLISHED")).get("id"))
				.distinct()
				.count();
			assertThat(told).isEqualTo(399);
			socket.send("{\"type\": \"ping\"}");
			assertThat(socket.take((message) -> "pong".equals(message.get("type")))).isNotNull();
		}
	}

	@Test
	void aCloseIsAnswered() {
		try (GraphQlSocket socket = GraphQlSocket.connect(this.port)) {
			socket.socket().sendClose(1000, "enough").join();
			assertThat(socket.closed()).startsWith("1000");
		}
	}

	@Test
	void whoReadsNothingIsToldSoAndItsNeighboursDoNotNotice() throws IOException {
		this.content.run("update article set body = repeat('a long story ', 15000)");
		try (SilentSocket silent = new SilentSocket(this.port);
				GraphQlSocket neighbour = GraphQlSocket.connect(this.port)) {
			silent.send("{\"type\": \"connection_init\"}");
			silent.readUntil("connection_ack");
			subscribe(silent);
			silent.readUntil("HEARTBEAT");
			neighbour.subscribe("1", STORY);
			neighbour.event("breakingNews");
			for (int i = 0; i < 60; i++) {
				flash();
				neighbour.take((message) -> message.toString().contains("=UPDATED")
						|| message.toString().contains("=PUBLISHED"));
			}
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.until(() -> this.meters.get("warta.live.subscribers").gauge().value() == 1);
			assertThat(silent.readUntil("SLOW_CONSUMER")).contains("\"type\":\"error\"");
		}
	}

	private static void subscribe(SilentSocket socket) throws IOException {
		socket.send("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + STORY + "\"}}");
	}

}
