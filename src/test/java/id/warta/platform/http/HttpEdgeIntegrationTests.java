package id.warta.platform.http;

import java.util.List;

import id.warta.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Bad requests on the wire.
 */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class HttpEdgeIntegrationTests {

	private static final MediaType GRAPHQL_RESPONSE = MediaType.parseMediaType("application/graphql-response+json");

	@LocalServerPort
	private int port;

	private WebTestClient client;

	@BeforeEach
	void connect() {
		this.client = WebTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
	}

	private WebTestClient.ResponseSpec post(String body) {
		return this.client.post()
			.uri("/graphql")
			.contentType(MediaType.APPLICATION_JSON)
			.accept(GRAPHQL_RESPONSE)
			.bodyValue(body)
			.exchange();
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "[]", "[{}]", "{", "\"a\"", "{\"query\": {}}", "{\"query\": []}", "{}",
			"{\"query\": null}", "{\"query\": \"{site{title}}\", \"variables\": []}",
			"{\"query\": \"{site{title}}\", \"variables\": \"a\"}" })
	void whatIsNoGraphQlRequestIsABadRequest(String body) {
		post(body).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("errors[0].extensions.code")
			.isEqualTo("BAD_REQUEST");
	}

	@Test
	void anEmptyBodyIsABadRequest() {
		this.client.post()
			.uri("/graphql")
			.contentType(MediaType.APPLICATION_JSON)
			.exchange()
			.expectStatus()
			.isBadRequest();
	}

	@Test
	void aDeepBodyIsABadRequest() {
		post("{\"query\": \"{site{title}}\", \"extensions\": " + "[".repeat(5000) + "]".repeat(5000) + "}")
			.expectStatus()
			.isBadRequest();
	}

	@Test
	void aLargeBodyIsTooLarge() {
		post("{\"query\": \"{site{title}} #" + "a".repeat(300_000) + "\"}").expectStatus()
			.isEqualTo(413)
			.expectBody()
			.jsonPath("errors[0].extensions.code")
			.isEqualTo("REQUEST_TOO_LARGE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic eA==", "eA==", "Digest realm=x" })
	void aLargeBodyIsTooLargeWithAHeaderThatSignsNobodyIn(String authorization) {
		this.client.post()
			.uri("/graphql")
			.header(HttpHeaders.AUTHORIZATION, authorization)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"query\": \"{site{title}} #" + "a".repeat(300_000) + "\"}")
			.exchange()
			.expectStatus()
			.isEqualTo(413);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{                                          | GRAPHQL_PARSE_FAILED
			{ nothing }                                | GRAPHQL_VALIDATION_FAILED
			{ site { title } } { tags { nodes { id } } } | GRAPHQL_VALIDATION_FAILED
			""")
	void whatCannotBeExecutedIsABadRequestWithACode(String query, String code) {
		post("{\"query\": \"" + query + "\"}").expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("errors[0].extensions.code")
			.isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			articles(first: 0)                        | BAD_ARGUMENT | first
			articles(first: 1000)                     | BAD_ARGUMENT | first
			articles(first: -1)                       | BAD_ARGUMENT | first
			articles(last: 0)                         | BAD_ARGUMENT | last
			articles(first: 1, last: 1)               | BAD_ARGUMENT | last
			articles(offset: -1)                      | BAD_ARGUMENT | offset
			articles(offset: 10001)                   | BAD_ARGUMENT | offset
			articles(after: \\"x\\")                  | BAD_CURSOR   | after
			articles(before: \\"YW8KMQox\\")          | BAD_CURSOR   | before
			articles(after: \\"\\")                   | BAD_CURSOR   | after
			articles(after: \\"YW4KOTk5OTk5OTk5OTk5OTk5OTk5OQox\\") | BAD_CURSOR | after
			""")
	void badArgumentsOfAPageAreNamed(String field, String code, String argument) {
		post("{\"query\": \"{ " + field + " { nodes { id } } }\"}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("errors[0].extensions.code")
			.isEqualTo(code)
			.jsonPath("errors[0].extensions.argument")
			.isEqualTo(argument);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "QXJ0aWNsZTow", "QXJ0aWNsZTotMQ", "UGVyc29uOjE", "QXJ0aWNsZTox=", "Article:1" })
	void foreignIdsAreRefused(String id) {
		post("{\"query\": \"{ node(id: \\\"" + id + "\\\") { id } }\"}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("errors[0].extensions.code")
			.isEqualTo("BAD_ID")
			.jsonPath("errors[0].extensions.argument")
			.isEqualTo("id");
	}

	@Test
	void whatAnInputRefusesIsNamed() {
		post("{\"query\": \"mutation { recordView(input: {articleId: \\\"QXJ0aWNsZTox\\\", visitor: \\\"x\\\"}) "
				+ "{ counted } }\"}")
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("errors[0].extensions.code")
			.isEqualTo("BAD_ARGUMENT")
			.jsonPath("errors[0].extensions.argument")
			.isEqualTo("visitor");
	}

	@Test
	void anUnknownSlugIsNull() {
		post("{\"query\": \"{ article(slug: \\\"tidak-ada\\\") { id } }\"}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("data.article")
			.isEmpty()
			.jsonPath("errors")
			.doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u0000", "\\uD800" })
	void textThatIsNoneIsRefused(String text) {
		post("{\"query\": \"query ($s: String!) { article(slug: $s) { id } }\", \"variables\": {\"s\": \"a" + text
				+ "\"}}")
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("errors[0].extensions.code")
			.isEqualTo("BAD_TEXT");
	}

	@Test
	void otherMethodsTypesAndAddressesAreRefused() {
		this.client.get().uri("/graphql").exchange().expectStatus().isEqualTo(405);
		this.client.post()
			.uri("/graphql")
			.contentType(MediaType.TEXT_PLAIN)
			.bodyValue("{}")
			.exchange()
			.expectStatus()
			.isEqualTo(415);
		this.client.get()
			.uri("/tidak/ada")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("errors[0].extensions.code")
			.isEqualTo("NOT_FOUND");
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost:3000, true", "https://localhost, true", "http://127.0.0.1:8080, true",
			"https://evil.example, false", "http://localhost.evil.example, false", "null, false" })
	void onlyAllowedOriginsMayAsk(String origin, boolean allowed) {
		this.client.post()
			.uri("/graphql")
			.header(HttpHeaders.ORIGIN, origin)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"query\": \"{ site { title } }\"}")
			.exchange()
			.expectStatus()
			.isEqualTo(allowed ? 200 : 403);
		this.client.options()
			.uri("/graphql")
			.header(HttpHeaders.ORIGIN, origin)
			.header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "POST")
			.header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "content-type")
			.exchange()
			.expectStatus()
			.isEqualTo(allowed ? 200 : 403);
		unpooled().get()
			.uri("/graphql")
			.headers((headers) -> headers.addAll(HttpHeaders.ORIGIN, List.of(origin)))
			.header("Upgrade", "websocket")
			.header("Connection", "Upgrade")
			.header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
			.header("Sec-WebSocket-Version", "13")
			.header("Sec-WebSocket-Protocol", "graphql-transport-ws")
			.exchange()
			.expectStatus()
			.isEqualTo(allowed ? 101 : 403);
	}

	/** A connection that was upgraded can't be used for another request. */
	private WebTestClient unpooled() {
		return WebTestClient.bindToServer(new ReactorClientHttpConnector(HttpClient.newConnection()))
			.baseUrl("http://localhost:" + this.port)
			.build();
	}

}
