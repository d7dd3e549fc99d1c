package id.warta.identity.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.TestNodes;
import id.warta.identity.TestAccounts;
import id.warta.identity.TestAccounts.Account;
import id.warta.live.GraphQlSocket;
import id.warta.platform.NodeId;
import id.warta.platform.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The staff on connections that stay: what they hear ends with their access.
 */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestAccounts.class)
class LiveStaffIntegrationTests {

	private static final String TICKER = "subscription { breakingNews { cursor } }";

	private static final String ME = "{ me { staff { email } } }";

	private static ConfigurableApplicationContext node;

	private static int other;

	@LocalServerPort
	private int port;

	@Autowired
	private TestAccounts accounts;

	/** Its tokens are good for some seconds. */
	@BeforeAll
	static void startAnotherNode() {
		node = TestNodes.start("--warta.identity.access-token-life=4s");
		other = TestNodes.port(node);
	}

	@AfterAll
	static void stopTheOtherNode() {
		node.close();
	}

	@Test
	void aSocketKnowsWhoseItIs() {
		Account account = this.accounts.create(Role.EDITOR);
		String token = TestAccounts.signIn(this.port, account).access();
		for (String payload : List.of("{\"authorization\": \"Bearer " + token + "\"}",
				"{\"Authorization\": \"bearer " + token + "\"}", "{\"token\": \"" + token + "\"}")) {
			try (GraphQlSocket socket = GraphQlSocket.open(this.port)) {
				socket.send("{\"type\": \"connection_init\", \"payload\": " + payload + "}");
				socket.subscribe("1", ME);
				assertThat(socket.take()).containsEntry("type", "connection_ack");
				assertThat(GraphQlSocket.in(socket.take(), "payload", "data", "me", "staff", "email"))
					.isEqualTo(account.email());
			}
		}
		try (GraphQlSocket reader = GraphQlSocket.connect(this.port)) {
			reader.subscribe("1", ME);
			assertThat(reader.take().toString()).contains("me=null");
		}
	}

	@Test
	void aTokenThatIsRefusedClosesTheSocket() {
		for (String token : List.of("nonsense", "wrt_nonsense", "")) {
			try (GraphQlSocket socket = GraphQlSocket.open(this.port)) {
				socket.send("{\"type\": \"connection_init\", \"payload\": {\"token\": \"" + token + "\"}}");
				assertThat(socket.closed()).isEqualTo("4403 {\"code\":\"UNAUTHENTICATED\"}");
			}
		}
	}

	@Test
	void aTokenThatExpiresEndsWhatIsToldByIt() {
		String token = TestAccounts.signIn(other, this.accounts.create(Role.EDITOR)).access();
		try (GraphQlSocket socket = GraphQlSocket.connectAs(this.port, token)) {
			socket.subscribe("1", TICKER);
			assertThat(socket.event("breakingNews")).containsKey("cursor");
			assertThat(socket.errorCode()).isEqualTo("TOKEN_EXPIRED");
			socket.subscribe("2", ME);
			assertThat(socket.errorCode()).isEqualTo("TOKEN_EXPIRED");
			socket.send("{\"type\": \"ping\"}");
			assertThat(socket.take()).containsEntry("type", "pong");
		}
		try (GraphQlSocket late = GraphQlSocket.open(this.port)) {
			late.send("{\"type\": \"connection_init\", \"payload\": {\"token\": \"" + token + "\"}}");
			assertThat(late.closed()).isEqualTo("4403 {\"code\":\"TOKEN_EXPIRED\"}");
		}
		isRefused(this.port, token);
	}

	@Test
	void anEventStreamEndsWithItsToken() {
		String token = TestAccounts.signIn(other, this.accounts.create(Role.EDITOR)).access();
		List<String> lines = TestAccounts.client(this.port, token)
			.post()
			.uri("/graphql")
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.TEXT_EVENT_STREAM)
			.bodyValue(Map.of("query", TICKER))
			.exchange()
			.returnResult(String.class)
			.getResponseBody()
			.collectList()
			.block(Duration.ofSeconds(60));
		assertThat(String.join("", lines)).contains("TOKEN_EXPIRED");
	}

	@Test
	void whoeverIsDisabledOnOneNodeIsOutOnTheOther() {
		Account account = this.accounts.create(Role.EDITOR);
		String admin = TestAccounts.signIn(this.port, this.accounts.create(Role.ADMIN)).access();
		String token = TestAccounts.signIn(this.port, account).access();
		try (GraphQlSocket socket = GraphQlSocket.connectAs(other, token)) {
			socket.subscribe("1", TICKER);
			assertThat(socket.event("breakingNews")).containsKey("cursor");
			change(admin, "disableStaff", "StaffInput!", Map.of("staffId", id(account)));
			assertThat(socket.errorCode()).isEqualTo("UNAUTHENTICATED");
			socket.subscribe("2", ME);
			assertThat(socket.errorCode()).isEqualTo("UNAUTHENTICATED");
		}
		isRefused(other, token);
		isRefused(this.port, token);
	}

	private static void isRefused(int node, String token) {
		TestAccounts.client(node, token)
			.post()
			.uri("/graphql")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"query\": \"{ site { title } }\"}")
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

	@Test
	void otherRightsEndWhatIsToldByTheOldOnes() {
		Account account = this.accounts.create(Role.EDITOR);
		String admin = TestAccounts.signIn(this.port, this.accounts.create(Role.ADMIN)).access();
		String token = TestAccounts.signIn(this.port, account).access();
		try (GraphQlSocket socket = GraphQlSocket.connectAs(other, token)) {
			socket.subscribe("1", TICKER);
			assertThat(socket.event("breakingNews")).containsKey("cursor");
			change(admin, "changeStaffRoles", "ChangeStaffRolesInput!",
					Map.of("staffId", id(account), "roles", List.of("MODERATOR")));
			assertThat(socket.errorCode()).isEqualTo("UNAUTHENTICATED");
			socket.subscribe("2", "{ me { permissions } }");
			assertThat(socket.take((message) -> "next".equals(message.get("type"))).toString())
				.contains("permissions=[MODERATE_COMMENTS]");
		}
	}

	private static String id(Account account) {
		return new NodeId("Staff", account.id()).toString();
	}

	private void change(String token, String mutation, String type, Map<String, ?> input) {
		TestAccounts.at(this.port, token)
			.document("mutation ($input: %s) { %s(input: $input) { errors { code } } }".formatted(type, mutation))
			.variable("input", input)
			.execute()
			.path(mutation + ".errors")
			.entityList(Object.class)
			.hasSize(0);
	}

}
