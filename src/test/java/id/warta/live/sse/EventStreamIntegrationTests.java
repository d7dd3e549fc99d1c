package id.warta.live.sse;

import java.time.Instant;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.breaking.BreakingNews;
import id.warta.eventlog.LiveEvents;
import id.warta.live.EventSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Subscriptions by server-sent events.
 */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "warta.live.heartbeat=1s")
@Import(TestContent.class)
class EventStreamIntegrationTests {

	private static final String TICKER = "subscription { breakingNews { type cursor article { slug } } }";

	@LocalServerPort
	private int port;

	@Autowired
	private TestContent content;

	@Autowired
	private BreakingNews breakingNews;

	@Autowired
	private LiveEvents live;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.article("banjir");
		this.content.changed();
	}

	private void flash() {
		assertThat(this.breakingNews.start("banjir", Instant.parse("2100-01-01T00:00:00Z")).block()).isNotNull();
	}

	private void end() {
		assertThat(this.breakingNews.end("banjir").block()).isNotNull();
	}

	@Test
	void anEventSourceHearsThatItIsConnectedAndThenWhatHappens() {
		try (EventSource source = EventSource.get(this.port, TICKER, null)) {
			assertThat(source.status()).isEqualTo(200);
			assertThat(source.take()).containsKey("");
			assertThat(source.take()).containsOnlyKeys("id");
			flash();
			Map<String, String> event = source.event();
			assertThat(event).containsEntry("event", "next");
			assertThat(event.get("data")).contains("\"PUBLISHED\"", "\"banjir\"", event.get("id"));
		}
	}

	@Test
	void theLastIdCountsMoreThanTheArgument() {
		String before = this.live.cursor().toString();
		flash();
		end();
		String first;
		try (EventSource source = EventSource.get(this.port, ticker(before), null)) {
			Map<String, String> event = source.event();
			assertThat(event.get("data")).contains("PUBLISHED");
			first = event.get("id");
		}
		try (EventSource source = EventSource.get(this.port, ticker(before), first)) {
			assertThat(source.event().get("data")).contains("ENDED");
		}
	}

	private static String ticker(String after) {
		return TICKER.replace("breakingNews", "breakingNews(after: \"" + after + "\")");
	}

	@Test
	void aHeartbeatMovesTheIdAndBothersNobody() {
		try (EventSource source = EventSource.get(this.port, TICKER, null)) {
			source.take();
			assertThat(source.take()).containsOnlyKeys("id");
			this.content.run("select append_event('OTHER', 'Test', null)");
			String moved = this.content.one("select position from event_log_head");
			String id = source.take().get("id");
			while (id == null || !id.equals(this.live.cursor().at(Long.parseLong(String.valueOf(moved))).toString())) {
				Map<String, String> next = source.take();
				assertThat(next).doesNotContainKey("data");
				id = next.get("id");
			}
		}
	}

	@Test
	void anExpiredCursorIsOneEventWithTheFreshId() {
		try (EventSource source = EventSource.get(this.port, TICKER, "AdcAaEjzvEuGm5qfX-UYwhcB")) {
			assertThat(source.status()).isEqualTo(200);
			Map<String, String> event = source.event();
			assertThat(event.get("data")).contains("CURSOR_EXPIRED", "oldestCursor");
			assertThat(event.get("id")).isEqualTo(this.live.cursor().toString());
			assertThat(source.event()).containsEntry("event", "complete").doesNotContainKey("id");
			assertThat(source.isAtEnd()).isTrue();
			try (EventSource again = EventSource.get(this.port, TICKER, event.get("id"))) {
				assertThat(again.take()).containsKey("");
				assertThat(again.take()).containsEntry("id", event.get("id"));
			}
		}
	}

	@Test
	void aStreamThatHasEndedForGoodIsNotComeBackTo() {
		try (EventSource source = EventSource.get(this.port, TICKER, this.live.cursor() + ".end")) {
			assertThat(source.status()).isEqualTo(204);
		}
	}

	@Test
	void queriesAreAnsweredToo() {
		try (EventSource source = EventSource.get(this.port, "{ article(slug: \"banjir\") { title } }", null)) {
			assertThat(source.event())
				.isEqualTo(Map.of("event", "next", "data", "{\"data\":{\"article\":{\"title\":\"Title of banjir\"}}}"));
			assertThat(source.event()).containsEntry("event", "complete");
			assertThat(source.isAtEnd()).isTrue();
		}
	}

	@Test
	void postTellsTheSame() {
		try (EventSource source = EventSource.post(this.port,
				"{\"query\": \"subscription { breakingNews { type } }\"}")) {
			assertThat(source.take()).containsKey("");
			source.take();
			flash();
			assertThat(source.event()).containsEntry("event", "next")
				.containsEntry("data", "{\"data\":{\"breakingNews\":{\"type\":\"PUBLISHED\"}}}");
		}
	}

	@Test
	void whatCannotBeToldIsRefusedForGood() {
		assertRefused("{ nonsense }", 400, "GRAPHQL_VALIDATION_FAILED");
		assertRefused("{", 400, "GRAPHQL_PARSE_FAILED");
		assertRefused("subscription { breakingNews(after: \"x\") { cursor } }", 400, "BAD_CURSOR");
		assertRefused("mutation { recordView(input: {articleId: \"x\", visitor: \"a1b2c3d4\"}) { counted } }", 400,
				"MUTATION_BY_GET");
		assertRefused("", 400, "BAD_REQUEST");
	}

	private void assertRefused(String query, int status, String code) {
		try (EventSource source = EventSource.get(this.port, query, null)) {
			assertThat(source.status()).isEqualTo(status);
			assertThat(source.body()).contains("\"" + code + "\"");
		}
	}

}
