package id.warta.newsroom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.identity.TestAccounts;
import id.warta.live.GraphQlSocket;
import id.warta.platform.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A day in the newsroom, from signing in to what the audit log tells of it, over HTTP and
 * a WebSocket as front ends do it.
 */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ TestContent.class, TestAccounts.class })
class NewsroomDayIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private TestAccounts accounts;

	@LocalServerPort
	private int port;

	private GraphQlTester reader;

	private GraphQlTester author;

	private GraphQlTester editor;

	private GraphQlTester administrator;

	private String id = "";

	private int revision;

	@BeforeEach
	void signIn() {
		this.content.clear();
		this.reader = TestAccounts.at(this.port, null);
		List<TestAccounts.Account> accounts = Stream.of(Role.AUTHOR, Role.EDITOR, Role.ADMIN)
			.map(this.accounts::create)
			.toList();
		this.content.changed();
		this.author = signedIn(accounts.get(0));
		this.editor = signedIn(accounts.get(1));
		this.administrator = signedIn(accounts.get(2));
	}

	private GraphQlTester signedIn(TestAccounts.Account account) {
		return TestAccounts.at(this.port, TestAccounts.signIn(this.port, account).access());
	}

	/** The article's status afterwards. */
	private String act(GraphQlTester who, String mutation, Map<String, ?> input) {
		String name = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
		GraphQlTester.Response response = who
			.document(
					"""
							mutation ($input: %s!) { %s(input: $input) { article { id revision status } errors { code message } } }"""
						.formatted(name, mutation))
			.variable("input", input)
			.execute();
		response.path(mutation + ".errors").entityList(Map.class).hasSize(0);
		this.id = response.path(mutation + ".article.id").entity(String.class).get();
		this.revision = response.path(mutation + ".article.revision").entity(Integer.class).get();
		return response.path(mutation + ".article.status").entity(String.class).get();
	}

	private String route() {
		return this.reader.document("""
				{ route(path: "/banjir-besar") { __typename ... on FoundRoute { node { ... on Article { title } } }
				    ... on GoneRoute { reason } } }""").execute().path("route").entity(Map.class).get().toString();
	}

	@Test
	void anArticleIsWrittenScheduledToldCorrectedRestoredAndWithdrawn() {
		act(this.author, "createArticle",
				Map.of("content", Map.of("title", "Banjir Besar", "body", "<p>Air naik</p>")));
		assertThat(act(this.author, "submitArticle", Map.of("id", this.id))).isEqualTo("SUBMITTED");
		assertThat(route()).contains("NotFoundRoute");
		try (GraphQlSocket ticker = GraphQlSocket.connect(this.port)) {
			ticker.subscribe("1", """
					subscription { articleFeed { type occurredAt reason article { title publishedAt } } }""");
			ticker.subscribe("2", "subscription { breakingNews { type article { title } } }");
			ticker.event("articleFeed");
			Instant at = Instant.now().plusSeconds(5);
			assertThat(act(this.editor, "scheduleArticle", Map.of("id", this.id, "at", at.toString())))
				.isEqualTo("SCHEDULED");
			Map<String, Object> published = next(ticker, "articleFeed");
			assertThat(published).containsEntry("type", "PUBLISHED");
			Duration late = Duration.between(at, Instant.parse((String) published.get("occurredAt")));
			System.out.printf("Published %d ms after its time%n", late.toMillis());
			assertThat(late).isGreaterThanOrEqualTo(Duration.ofMillis(-1));
			act(this.editor, "markBreaking", Map.of("id", this.id, "until", "2100-01-01T00:00:00Z"));
			assertThat(next(ticker, "breakingNews")).containsEntry("type", "PUBLISHED");
			act(this.editor, "correctArticle", Map.of("id", this.id, "revision", this.revision, "note", "Keliru nama",
					"content", Map.of("title", "Banjir Sangat Besar")));
			assertThat(next(ticker, "articleFeed")).containsEntry("type", "CORRECTED")
				.containsEntry("reason", "Keliru nama");
			assertThat(route()).contains("Banjir Sangat Besar");
			act(this.editor, "restoreRevision", Map.of("id", this.id, "revision", this.revision, "restore", 1));
			assertThat(next(ticker, "articleFeed")).containsEntry("type", "UPDATED");
			assertThat(route()).contains("Banjir Besar");
			assertThat(act(this.editor, "withdrawArticle", Map.of("id", this.id, "reason", "Tidak benar")))
				.isEqualTo("WITHDRAWN");
			assertThat(next(ticker, "articleFeed")).containsEntry("type", "WITHDRAWN")
				.containsEntry("reason", "Tidak benar");
		}
		assertThat(route()).contains("GoneRoute", "Tidak benar");
		assertThat(told()).containsExactly("withdrawArticle", "restoreRevision", "correctArticle", "markBreaking",
				"scheduleArticle", "submitArticle", "createArticle");
	}

	/** The next that happens in a subscription; others' messages are thrown away. */
	@SuppressWarnings("unchecked")
	private static Map<String, Object> next(GraphQlSocket ticker, String field) {
		Map<String, Object> event = Map.of();
		while (event.isEmpty() || "HEARTBEAT".equals(event.get("type"))) {
			Map<String, Object> payload = (Map<String, Object>) ticker
				.take((message) -> "next".equals(message.get("type")))
				.get("payload");
			Map<String, Object> data = (Map<String, Object>) payload.get("data");
			event = (Map<String, Object>) data.getOrDefault(field, Map.of());
		}
		return event;
	}

	private List<String> told() {
		return this.administrator.document("""
				query ($id: ID!) { auditLog(where: {subjectId: $id}, first: 7) { nodes { action } } }""")
			.variable("id", this.id)
			.execute()
			.path("auditLog.nodes[*].action")
			.entityList(String.class)
			.get();
	}

}
