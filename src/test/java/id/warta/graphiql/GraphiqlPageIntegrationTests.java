package id.warta.graphiql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.platform.NodeId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@Import(TestContent.class)
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class GraphiqlPageIntegrationTests {

	private static final int MEBIBYTE = 1024 * 1024;

	@LocalServerPort
	private int port;

	private WebTestClient client;

	@BeforeEach
	void connect() {
		this.client = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.responseTimeout(Duration.ofSeconds(30))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(8 * MEBIBYTE))
			.build();
	}

	@Test
	void everythingThePageLoadsIsServedFromHere() {
		assertThat(loaded()).hasSizeGreaterThan(6).doesNotContain("").allSatisfy((path) -> {
			assertThat(path).doesNotContain("//");
			assertThat(text("/" + path)).isNotEmpty();
		});
	}

	@Test
	void stylesLoadNothingFromElsewhere() {
		assertThat(loaded().stream().filter((path) -> path.endsWith(".css"))).isNotEmpty()
			.allSatisfy((path) -> assertThat(text("/" + path)).doesNotContain("@import")
				.doesNotContainPattern("url\\(\\s*[\"']?(?!data:)"));
	}

	@Test
	void browsersAreForbiddenToLoadFromElsewhere() {
		this.client.get()
			.uri("/graphiql")
			.exchange()
			.expectHeader()
			.value("Content-Security-Policy", (policy) -> assertThat(policy).startsWith("default-src 'none';")
				.doesNotContain("http", "*", "unsafe-eval"));
	}

	@Test
	void everyExampleHasATab() throws IOException {
		assertThat(text("/graphiql/page.js")).contains(Arrays.stream(exampleFiles())
			.map((file) -> "'" + Objects.requireNonNull(file.getFilename()).replace(".graphql", "'"))
			.toList());
	}

	@ParameterizedTest
	@MethodSource("examples")
	void examplesFitTheSchema(String name, @Autowired GraphQlSource source) {
		List<? extends GraphQLError> errors = ParseAndValidate.validate(source.schema(),
				ParseAndValidate.parse(ExecutionInput.newExecutionInput(text("/graphiql/examples/" + name)).build())
					.getDocument());
		assertThat(errors).isEmpty();
	}

	@Test
	void examplesAnswerWithoutErrors(@Autowired TestContent content) {
		content.clear();
		content.changed();
		Map<String, Object> article = Map.of("slug", "satu");
		NodeId id = new NodeId("Article", content.article("satu"));
		Map<String, Object> view = Map.of("articleId", id.toString(), "visitor", "0123456789abcdef");
		answers("home", Map.of()).jsonPath("$.data.latest.nodes.length()").isEqualTo(1);
		answers("article", article).jsonPath("$.data.article.title").isEqualTo("Title of satu");
		answers("archive", Map.of()).jsonPath("$.data.archive[0].count").isEqualTo(1);
		answers("search", Map.of("query", "satu")).jsonPath("$.data.search.totalCount").isNumber();
		answers("route", Map.of("path", "/satu")).jsonPath("$.data.route.node.title").isEqualTo("Title of satu");
		answers("record-view", Map.of("input", view)).jsonPath("$.data.recordView.errors.length()").isEqualTo(0);
	}

	private WebTestClient.BodyContentSpec answers(String example, Map<String, Object> variables) {
		return this.client.post()
			.uri("/graphql")
			.bodyValue(Map.of("query", text("/graphiql/examples/" + example + ".graphql"), "variables", variables))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.errors")
			.doesNotExist();
	}

	static Stream<String> examples() throws IOException {
		return Arrays.stream(exampleFiles()).map(Resource::getFilename);
	}

	private static Resource[] exampleFiles() throws IOException {
		return new PathMatchingResourcePatternResolver().getResources("classpath:static/graphiql/examples/*.graphql");
	}

	private List<String> loaded() {
		return Jsoup.parse(text("/graphiql"))
			.select("[src], link[href]")
			.stream()
			.map((Element element) -> element.hasAttr("src") ? element.attr("src") : element.attr("href"))
			.toList();
	}

	private String text(String path) {
		EntityExchangeResult<byte[]> result = this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult();
		return new String(Objects.requireNonNull(result.getResponseBody()), StandardCharsets.UTF_8);
	}

}
