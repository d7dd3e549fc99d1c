package id.warta.viewcount;

import java.net.URI;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.live.GraphQlSocket;
import id.warta.platform.NodeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Views as pages tell of them: by beacon, by HTTP, and over a WebSocket.
 */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "warta.views.flush-interval=1h")
class BeaconIntegrationTests {

	private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

	private static final String CRAWLER = "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)";

	@LocalServerPort
	private int port;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Views views;

	private WebTestClient http;

	private long article;

	@BeforeEach
	void begin() {
		this.http = WebTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
		this.article = TestArticles.published(this.database);
	}

	private RequestHeadersSpec<?> beacon(String query) {
		return this.http.post()
			.uri("/views/berita-" + this.article + query)
			.bodyValue("")
			.header("User-Agent", BROWSER);
	}

	private long count() {
		return this.views.counts(List.of(this.article)).block().get(this.article);
	}

	@Test
	void aBeaconCountsOncePerVisitor() {
		beacon("?visitor=visitor-1").exchange().expectStatus().isNoContent().expectBody().isEmpty();
		beacon("?visitor=visitor-1").exchange().expectStatus().isNoContent();
		beacon("?visitor=visitor-2").exchange().expectStatus().isNoContent();
		assertThat(count()).isEqualTo(2);
	}

	@Test
	void withoutAnIdTheAddressAndTheUserAgentTellVisitorsApart() {
		beacon("").exchange().expectStatus().isNoContent();
		beacon("").exchange().expectStatus().isNoContent();
		assertThat(count()).isEqualTo(1);
		beacon("").headers((headers) -> headers.set("User-Agent", BROWSER + " and another"))
			.exchange()
			.expectStatus()
			.isNoContent();
		assertThat(count()).isEqualTo(2);
	}

	@Test
	void whatNobodyReadsIsNotCounted() {
		beacon("?visitor=visitor-1").header("Sec-Purpose", "prefetch").exchange().expectStatus().isNoContent();
		this.http.post()
			.uri("/views/berita-" + this.article + "?visitor=visitor-2")
			.header("User-Agent", CRAWLER)
			.exchange()
			.expectStatus()
			.isNoContent();
		assertThat(count()).isZero();
	}

	@Test
	void otherSitesPagesCountNothing() {
		beacon("?visitor=visitor-1").header("Origin", "https://elsewhere.example")
			.exchange()
			.expectStatus()
			.isForbidden();
		assertThat(count()).isZero();
		beacon("?visitor=visitor-1").header("Origin", "http://localhost:3000").exchange().expectStatus().isNoContent();
		assertThat(count()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?visitor=", "?visitor=short", "?visitor=%00%00%00%00%00%00%00%00%00",
			"?visitor=a%20b%20c%20d%20e" })
	void aBadVisitorIsToldOf(String query) {
		beacon(query).exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].extensions.code")
			.isEqualTo("BAD_ARGUMENT");
		assertThat(count()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing", "%00", "%ED%A0%80", "..%2Fgraphql" })
	void anUnknownArticleIsToldOf(String slug) {
		this.http.post()
			.uri(URI.create("http://localhost:" + this.port + "/views/" + slug + "?visitor=visitor-1"))
			.header("User-Agent", BROWSER)
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.errors[0].extensions.code")
			.isEqualTo("NOT_FOUND");
	}

	@Test
	void theMutationSaysWhatBecameOfAView() {
		assertThat(mutation(BROWSER)).isEqualTo(Map.of("counted", true, "outcome", "COUNTED"));
		assertThat(mutation(BROWSER)).isEqualTo(Map.of("counted", false, "outcome", "ALREADY_COUNTED"));
		assertThat(mutation(CRAWLER)).isEqualTo(Map.of("counted", false, "outcome", "CRAWLER"));
		assertThat(count()).isEqualTo(1);
	}

	@Test
	void overAWebSocketItsHandshakeTellsWhoReads() {
		try (GraphQlSocket crawler = GraphQlSocket.connect(this.port, CRAWLER);
				GraphQlSocket browser = GraphQlSocket.connect(this.port, BROWSER)) {
			assertThat(crawler.subscribe("1", record()).take().toString()).contains("outcome=CRAWLER");
			assertThat(browser.subscribe("1", record()).take().toString()).contains("outcome=COUNTED");
			assertThat(mutation(BROWSER)).as("the same reader by HTTP")
				.isEqualTo(Map.of("counted", false, "outcome", "ALREADY_COUNTED"));
		}
		assertThat(count()).isEqualTo(1);
	}

	private Object mutation(String userAgent) {
		Map<?, ?> answer = this.http.post()
			.uri("/graphql")
			.header("User-Agent", userAgent)
			.bodyValue(Map.of("query", record()))
			.exchange()
			.expectBody(Map.class)
			.returnResult()
			.getResponseBody();
		return ((Map<?, ?>) answer.get("data")).get("recordView");
	}

	private String record() {
		return "mutation { recordView(input: {articleId: \"" + new NodeId("Article", this.article)
				+ "\"}) { counted outcome } }";
	}

}
