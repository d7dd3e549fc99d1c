package id.warta.identity.session;

import java.time.Duration;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.TestNodes;
import id.warta.identity.TestAccounts;
import id.warta.identity.TestAccounts.Account;
import id.warta.identity.TestAccounts.Tokens;
import id.warta.platform.access.Role;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions on two nodes: what one does the other knows.
 */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestAccounts.class)
class SessionsIntegrationTests {

	private static final String NEW_PASSWORD = "another horse, another battery";

	private static ConfigurableApplicationContext node;

	private static int other;

	@LocalServerPort
	private int port;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private DatabaseClient database;

	@BeforeAll
	static void startAnotherNode() {
		node = TestNodes.start();
		other = TestNodes.port(node);
	}

	@AfterAll
	static void stopTheOtherNode() {
		node.close();
	}

	@Test
	void aTokenSignedByOneNodeIsVerifiedByTheOther() {
		Account account = this.accounts.create(Role.EDITOR);
		Tokens tokens = TestAccounts.signIn(this.port, account);
		TestAccounts.at(other, tokens.access())
			.document("{ me { staff { email } } }")
			.execute()
			.path("me.staff.email")
			.entity(String.class)
			.isEqualTo(account.email());
	}

	@Test
	void aSessionGoesOnAtWhicheverNode() {
		Tokens first = TestAccounts.signIn(this.port, this.accounts.create(Role.EDITOR));
		Tokens second = refreshed(other, first.refresh());
		Tokens third = refreshed(this.port, second.refresh());
		assertThat(third.refresh()).isNotEqualTo(second.refresh()).isNotEqualTo(first.refresh());
		assertThat(isAccepted(other, third.access())).isTrue();
		assertThat(isAccepted(other, first.access())).isTrue();
	}

	private static GraphQlTester.Response refresh(int port, String token) {
		return TestAccounts.at(port, null)
			.document("mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) "
					+ "{ accessToken refreshToken errors { code path } } }")
			.variable("input", Map.of("refreshToken", token))
			.execute();
	}

	private static Tokens refreshed(int port, String token) {
		GraphQlTester.Response response = refresh(port, token);
		return new Tokens(response.path("refreshSession.accessToken").entity(String.class).get(),
				response.path("refreshSession.refreshToken").entity(String.class).get());
	}

	private static void isEnded(GraphQlTester.Response response) {
		response.path("refreshSession.errors[0].code").entity(String.class).isEqualTo("SESSION_ENDED");
		response.path("refreshSession.accessToken").valueIsNull();
	}

	private static boolean isAccepted(int port, String token) {
		WebTestClient.ResponseSpec response = TestAccounts.client(port, token)
			.post()
			.uri("/graphql")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"query\": \"{ me { staff { id } } }\"}")
			.exchange();
		return response.returnResult(String.class).getStatus().is2xxSuccessful();
	}

	private static void isSoonRefused(String token) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !isAccepted(other, token));
	}

	@Test
	void aRefreshTokenThatComesAgainEndsTheSessionForBoth() {
		Account account = this.accounts.create(Role.EDITOR);
		Tokens first = TestAccounts.signIn(this.port, account);
		Tokens second = refreshed(this.port, first.refresh());
		isEnded(refresh(other, first.refresh()));
		isEnded(refresh(this.port, second.refresh()));
		isSoonRefused(second.access());
		assertThat(this.database.sql("""
				select details ->> 'reused' from audit_log where action = 'refreshSession' and staff_id = :id""")
			.bind("id", account.id())
			.mapValue(String.class)
			.all()
			.collectList()
			.block()).containsExactly("true");
	}

	@Test
	void ofManyWhoRefreshByOneTokenOneWins() {
		Tokens first = TestAccounts.signIn(this.port, this.accounts.create(Role.EDITOR));
		Long won = Flux.range(0, 8)
			.flatMap((i) -> Mono.fromCallable(() -> refresh((i % 2 == 0) ? this.port : other, first.refresh()))
				.subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()))
			.filter((response) -> response.path("refreshSession.errors").entityList(Object.class).get().isEmpty())
			.count()
			.block();
		assertThat(won).isEqualTo(1);
	}

	@Test
	void whatIsNoRefreshTokenIsRefused() {
		Tokens tokens = TestAccounts.signIn(this.port, this.accounts.create(Role.EDITOR));
		isEnded(refresh(this.port, ""));
		isEnded(refresh(this.port, "%%%"));
		isEnded(refresh(this.port, RefreshToken.first().toString()));
		RefreshToken known = RefreshToken.parse(tokens.refresh());
		isEnded(refresh(this.port, new RefreshToken(known.session(), 0, new byte[32], new byte[32]).toString()));
		assertThat(refreshed(this.port, tokens.refresh()).access()).isNotEmpty();
	}

	@Test
	void whoSignsOutIsOutEverywhere() {
		Account account = this.accounts.create(Role.EDITOR);
		Tokens here = TestAccounts.signIn(this.port, account);
		Tokens there = TestAccounts.signIn(other, account);
		signOut(here.access(), false);
		assertThat(isAccepted(this.port, here.access())).isFalse();
		isSoonRefused(here.access());
		isEnded(refresh(other, here.refresh()));
		assertThat(isAccepted(other, there.access())).isTrue();
		Tokens again = TestAccounts.signIn(this.port, account);
		signOut(again.access(), true);
		isSoonRefused(there.access());
		isEnded(refresh(other, there.refresh()));
	}

	private void signOut(String token, boolean everywhere) {
		TestAccounts.at(this.port, token)
			.document("mutation ($input: SignOutInput!) { signOut(input: $input) { signedOut errors { code } } }")
			.variable("input", Map.of("everywhere", everywhere))
			.execute()
			.path("signOut.signedOut")
			.entity(Boolean.class)
			.isEqualTo(true);
	}

	@Test
	void aChangedPasswordEndsAllOtherSessions() {
		Account account = this.accounts.create(Role.EDITOR);
		Tokens mine = TestAccounts.signIn(this.port, account);
		Tokens thiefs = TestAccounts.signIn(other, account);
		GraphQlTester.Response changed = change(mine.access(), TestAccounts.PASSWORD, NEW_PASSWORD);
		changed.path("changePassword.errors").entityList(Object.class).hasSize(0);
		String token = changed.path("changePassword.accessToken").entity(String.class).get();
		assertThat(isAccepted(this.port, token)).isTrue();
		assertThat(isAccepted(other, token)).isTrue();
		assertThat(isAccepted(this.port, mine.access())).isFalse();
		isSoonRefused(thiefs.access());
		isEnded(refresh(other, thiefs.refresh()));
		assertThat(isAccepted(other, refreshed(other, mine.refresh()).access())).isTrue();
		TestAccounts.signIn(other, account.email(), NEW_PASSWORD);
	}

	private GraphQlTester.Response change(String token, String current, String next) {
		return TestAccounts.at(this.port, token)
			.document("mutation ($input: ChangePasswordInput!) { changePassword(input: $input) "
					+ "{ accessToken errors { code path } } }")
			.variable("input", Map.of("currentPassword", current, "newPassword", next))
			.execute();
	}

	@Test
	void aBadPasswordIsRefused() {
		Account account = this.accounts.create(Role.EDITOR);
		String token = TestAccounts.signIn(this.port, account).access();
		for (String bad : new String[] { "", "short", account.email().toUpperCase(), "é".repeat(37) }) {
			GraphQlTester.Response response = change(token, TestAccounts.PASSWORD, bad);
			response.path("changePassword.errors[0].code").entity(String.class).isEqualTo("BAD_PASSWORD");
			response.path("changePassword.errors[0].path").entityList(String.class).containsExactly("newPassword");
		}
		change(token, "wrong", NEW_PASSWORD).path("changePassword.errors[0].code")
			.entity(String.class)
			.isEqualTo("BAD_CREDENTIALS");
		TestAccounts.signIn(this.port, account);
	}

}
