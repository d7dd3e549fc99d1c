package id.warta.identity.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import id.warta.TestNodes;
import id.warta.identity.TestAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A site whose staff sign in elsewhere.
 */
class ForeignIssuerIntegrationTests {

	private static TestIssuer issuer;

	private static ConfigurableApplicationContext node;

	private static int port;

	/** The provider is away when the node starts. */
	@BeforeAll
	static void startANode() throws Exception {
		issuer = new TestIssuer();
		node = TestNodes.start("--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.address(),
				"--warta.identity.role-claim=realm_access.roles");
		issuer.start();
		port = TestNodes.port(node);
	}

	@AfterAll
	static void stopTheNode() {
		node.close();
		issuer.close();
	}

	private static Map<String, ?> claims(String email, String... roles) {
		return Map.of("email", email, "name", "Sri", "realm_access", Map.of("roles", List.of(roles)));
	}

	private static String token(String subject, Map<String, ?> claims) {
		return issuer.token(subject, Instant.now(), Instant.now().plusSeconds(300), claims);
	}

	private static GraphQlTester.Response me(String token) {
		return TestAccounts.at(port, token).document("{ me { staff { id email name roles } permissions } }").execute();
	}

	private static HttpStatusCode status(String token) {
		return TestAccounts.client(port, token)
			.post()
			.uri("/graphql")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"query\": \"{ me { staff { id } } }\"}")
			.exchange()
			.returnResult(String.class)
			.getStatus();
	}

	@Test
	void whoeverTheProviderKnowsIsKnown() {
		String subject = UUID.randomUUID().toString();
		String email = subject + "@Warta.example";
		GraphQlTester.Response first = me(token(subject, claims(email, "Editor", "offline_access")));
		first.path("me.staff.email").entity(String.class).isEqualTo(email.toLowerCase());
		first.path("me.staff.roles").entityList(String.class).containsExactly("EDITOR");
		String id = first.path("me.staff.id").entity(String.class).get();
		GraphQlTester.Response later = me(issuer.token(subject, Instant.now().plusSeconds(5),
				Instant.now().plusSeconds(300), claims(email, "moderator")));
		later.path("me.staff.id").entity(String.class).isEqualTo(id);
		later.path("me.permissions").entityList(String.class).containsExactly("MODERATE_COMMENTS");
		me(token(subject, claims(email, "admin"))).path("me.staff.roles")
			.entityList(String.class)
			.containsExactly("MODERATOR");
	}

	@Test
	void whatIsForgedOrExpiredIsRefused() {
		String subject = UUID.randomUUID().toString();
		Instant now = Instant.now();
		assertThat(status(issuer.forged(subject, claims("a@warta.example", "ADMIN"))).value()).isEqualTo(401);
		assertThat(status(
				issuer.token(subject, now.minusSeconds(600), now.minusSeconds(300), claims("a@warta.example", "ADMIN")))
			.value()).isEqualTo(401);
		assertThat(status("nonsense").value()).isEqualTo(401);
	}

	@Test
	void anAddressThatSomebodyElseHasIsLeftToThem() {
		String email = UUID.randomUUID() + "@warta.example";
		String first = UUID.randomUUID().toString();
		String second = UUID.randomUUID().toString();
		me(token(first, claims(email, "AUTHOR"))).path("me.staff.email").entity(String.class).isEqualTo(email);
		me(token(second, claims(email, "AUTHOR"))).path("me.staff.email")
			.entity(String.class)
			.isEqualTo(second + "@127.0.0.1");
	}

	@Test
	void whoeverIsDisabledHereHasNoAccess() {
		String subject = UUID.randomUUID().toString();
		String token = token(subject, claims(subject + "@warta.example", "AUTHOR"));
		String admin = token(subject + "-admin", claims(subject + "-admin@warta.example", "ADMIN"));
		String id = me(token).path("me.staff.id").entity(String.class).get();
		TestAccounts.at(port, admin)
			.document("mutation { disableStaff(input: {staffId: \"" + id + "\"}) { errors { code } } }")
			.execute()
			.path("disableStaff.errors")
			.entityList(Object.class)
			.hasSize(0);
		assertThat(status(token).value()).isEqualTo(401);
		assertThat(status(token(subject, claims(subject + "@warta.example", "ADMIN"))).value()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "signIn(input: {email: \"a\", password: \"b\"})",
			"refreshSession(input: {refreshToken: \"a\"})", "signOut(input: {})",
			"changePassword(input: {currentPassword: \"a\", newPassword: \"b\"})",
			"setPassword(input: {token: \"a\", password: \"b\"})",
			"inviteStaff(input: {email: \"a@b\", name: \"A\", roles: [AUTHOR]})",
			"resetStaffPassword(input: {staffId: \"a\"})",
			"changeStaffRoles(input: {staffId: \"a\", roles: [AUTHOR]})" })
	void whatTheProviderDoesIsRefusedHere(String mutation) {
		String admin = token("admin", claims("admin@warta.example", "ADMIN"));
		TestAccounts.at(port, admin)
			.document("mutation { it: " + mutation + " { errors { code } } }")
			.execute()
			.path("it.errors[*].code")
			.entityList(String.class)
			.containsExactly("SIGN_IN_ELSEWHERE");
	}

	@Test
	void machinesAskWithTokensOfWartas() {
		String subject = UUID.randomUUID().toString();
		String person = token(subject, claims(subject + "@warta.example", "EDITOR"));
		String secret = TestAccounts.at(port, person)
			.document("mutation { createApiToken(input: {name: \"feed\", permissions: [READ_STATISTICS]}) { secret } }")
			.execute()
			.path("createApiToken.secret")
			.entity(String.class)
			.get();
		me(secret).path("me.permissions").entityList(String.class).containsExactly("READ_STATISTICS");
	}

}
