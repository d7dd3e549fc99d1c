package id.warta.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.identity.TestAccounts;
import id.warta.identity.TestAccounts.Account;
import id.warta.platform.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ TestContent.class, TestAccounts.class })
class ApiTokensIntegrationTests {

	private static final String ME = "{ me { staff { email } permissions apiTokens { id name permissions lastUsedAt } } }";

	@LocalServerPort
	private int port;

	@Autowired
	private TestContent content;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private TokenUses uses;

	private String owner;

	@BeforeEach
	void signIn() {
		this.owner = TestAccounts.signIn(this.port, this.accounts.create(Role.EDITOR)).access();
	}

	private GraphQlTester.Response mutate(String token, String mutation, Map<String, ?> input) {
		String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
		String fields = mutation.equals("createApiToken") ? "secret apiToken { id name permissions }" : "";
		return TestAccounts.at(this.port, token)
			.document("mutation ($input: %s!) { %s(input: $input) { %s errors { code path } } }".formatted(type,
					mutation, fields))
			.variable("input", input)
			.execute();
	}

	private GraphQlTester.Response create(String token, String... permissions) {
		return mutate(token, "createApiToken", Map.of("name", "feed", "permissions", List.of(permissions)));
	}

	private static void isTopLevelError(GraphQlTester.Response response, String code) {
		response.errors()
			.satisfy((errors) -> assertThat(errors).singleElement()
				.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code", code)));
	}

	private int status(String token) {
		return TestAccounts.client(this.port, token)
			.post()
			.uri("/graphql")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"query\": \"{ me { permissions } }\"}")
			.exchange()
			.returnResult(String.class)
			.getStatus()
			.value();
	}

	@Test
	void aMachineMayDoWhatItsTokenSaysAlone() {
		String secret = create(this.owner, "READ_STATISTICS").path("createApiToken.secret").entity(String.class).get();
		assertThat(secret).startsWith("wrt_");
		GraphQlTester.Response me = TestAccounts.at(this.port, secret).document(ME).execute();
		me.path("me.permissions").entityList(String.class).containsExactly("READ_STATISTICS");
	}

	@Test
	void peopleSeeTheirTokensAndMachinesDoNot() {
		String query = "{ me { apiTokens { name } staff { apiTokens { name } } } }";
		GraphQlTester.Response made = create(this.owner, "READ_STATISTICS");
		String secret = made.path("createApiToken.secret").entity(String.class).get();
		String id = made.path("createApiToken.apiToken.id").entity(String.class).get();
		GraphQlTester.Response person = TestAccounts.at(this.port, this.owner).document(query).execute();
		person.path("me.apiTokens[*].name").entityList(String.class).containsExactly("feed");
		person.path("me.staff.apiTokens[*].name").entityList(String.class).containsExactly("feed");
		GraphQlTester.Response machine = TestAccounts.at(this.port, secret).document(query).execute();
		machine.path("me.apiTokens").entityList(Object.class).hasSize(0);
		machine.path("me.staff.apiTokens").valueIsNull();
		TestAccounts.at(this.port, secret)
			.document("{ node(id: \"" + id + "\") { id } }")
			.execute()
			.path("node")
			.valueIsNull();
	}

	@Test
	void whoeverMustChangeTheirPasswordNeitherSeesNorRevokesTokens() {
		Account account = this.accounts.create(Role.ADMIN);
		String token = TestAccounts.signIn(this.port, account).access();
		String id = create(token, "READ_STATISTICS").path("createApiToken.apiToken.id").entity(String.class).get();
		this.content.run("update staff set password_must_change = true where id = " + account.id());
		this.content.changed();
		isTopLevelError(mutate(token, "revokeApiToken", Map.of("tokenId", id)), "FORBIDDEN");
		isTopLevelError(create(token, "READ_STATISTICS"), "FORBIDDEN");
		GraphQlTester.Response me = TestAccounts.at(this.port, token)
			.document("{ me { apiTokens { name } staff { apiTokens { name } } } node(id: \"" + id + "\") { id } }")
			.execute();
		me.path("me.apiTokens").entityList(Object.class).hasSize(0);
		me.path("me.staff.apiTokens").valueIsNull();
		me.path("node").valueIsNull();
	}

	@Test
	void nobodyHasMoreThanFiftyThatWork() {
		Account account = this.accounts.create(Role.EDITOR);
		String token = TestAccounts.signIn(this.port, account).access();
		String id = create(token, "READ_STATISTICS").path("createApiToken.apiToken.id").entity(String.class).get();
		this.content.run("""
				insert into api_token (staff_id, name, token_hash, permissions, created_at, expires_at)
				select %d, 'old', sha256(gen_random_uuid()::text::bytea), '{}', now(), case when n > 48 then now() end
				from generate_series(1, 60) n""".formatted(account.id()));
		create(token, "READ_STATISTICS").path("createApiToken.errors").entityList(Object.class).hasSize(0);
		create(token, "READ_STATISTICS").path("createApiToken.errors[*].code")
			.entityList(String.class)
			.containsExactly("TOO_MANY");
		TestAccounts.at(this.port, token)
			.document(ME)
			.execute()
			.path("me.apiTokens")
			.entityList(Object.class)
			.hasSize(50);
		mutate(token, "revokeApiToken", Map.of("tokenId", id));
		create(token, "READ_STATISTICS").path("createApiToken.errors").entityList(Object.class).hasSize(0);
	}

	@Test
	void ofTwoMadeAtATimeTheLastFreePlaceIsForOne() {
		Account account = this.accounts.create(Role.EDITOR);
		String token = TestAccounts.signIn(this.port, account).access();
		this.content.run("""
				insert into api_token (staff_id, name, token_hash, permissions, created_at)
				select %d, 'old', sha256(gen_random_uuid()::text::bytea), '{}', now()
				from generate_series(1, 49)""".formatted(account.id()));
		Flux.merge(made(token), made(token), made(token)).blockLast();
		assertThat(this.content.one("select count(*) from api_token where staff_id = " + account.id())).isEqualTo("50");
	}

	private Mono<Void> made(String token) {
		return Mono.<Void>fromRunnable(() -> create(token, "READ_STATISTICS")).subscribeOn(Schedulers.boundedElastic());
	}

	@Test
	void aMachineMayDoNoMoreThanItsOwner() {
		Account account = this.accounts.create(Role.EDITOR);
		String token = TestAccounts.signIn(this.port, account).access();
		String secret = create(token, "PUBLISH_ARTICLES", "MODERATE_COMMENTS").path("createApiToken.secret")
			.entity(String.class)
			.get();
		String admin = TestAccounts.signIn(this.port, this.accounts.create(Role.ADMIN)).access();
		String id = new id.warta.platform.NodeId("Staff", account.id()).toString();
		mutate(admin, "changeStaffRoles", Map.of("staffId", id, "roles", List.of("MODERATOR")));
		TestAccounts.at(this.port, secret)
			.document(ME)
			.execute()
			.path("me.permissions")
			.entityList(String.class)
			.containsExactly("MODERATE_COMMENTS");
		isTopLevelError(create(token, "PUBLISH_ARTICLES"), "FORBIDDEN");
	}

	@Test
	void machinesMakeNoTokensAndChangeNoPasswords() {
		String secret = create(this.owner, "READ_STATISTICS").path("createApiToken.secret").entity(String.class).get();
		isTopLevelError(create(secret, "READ_STATISTICS"), "FORBIDDEN");
		isTopLevelError(mutate(secret, "revokeApiToken", Map.of("tokenId", "nonsense")), "FORBIDDEN");
		isTopLevelError(mutate(secret, "signOut", Map.of()), "FORBIDDEN");
		isTopLevelError(
				mutate(secret, "changePassword",
						Map.of("currentPassword", TestAccounts.PASSWORD, "newPassword", "a good password")),
				"FORBIDDEN");
		isTopLevelError(create(null, "READ_STATISTICS"), "UNAUTHENTICATED");
	}

	@Test
	void aTokenThatIsTakenBackIsRefused() {
		GraphQlTester.Response made = create(this.owner, "READ_STATISTICS");
		String secret = made.path("createApiToken.secret").entity(String.class).get();
		String id = made.path("createApiToken.apiToken.id").entity(String.class).get();
		assertThat(status(secret)).isEqualTo(200);
		String stranger = TestAccounts.signIn(this.port, this.accounts.create(Role.EDITOR)).access();
		mutate(stranger, "revokeApiToken", Map.of("tokenId", id)).path("revokeApiToken.errors[*].code")
			.entityList(String.class)
			.containsExactly("NOT_FOUND");
		TestAccounts.at(this.port, stranger)
			.document("{ node(id: \"" + id + "\") { id } }")
			.execute()
			.path("node")
			.valueIsNull();
		mutate(this.owner, "revokeApiToken", Map.of("tokenId", id)).path("revokeApiToken.errors")
			.entityList(Object.class)
			.hasSize(0);
		assertThat(status(secret)).isEqualTo(401);
		mutate(this.owner, "revokeApiToken", Map.of("tokenId", id)).path("revokeApiToken.errors[*].code")
			.entityList(String.class)
			.containsExactly("NOT_FOUND");
	}

	@Test
	void whenATokenWasUsedIsKept() {
		String secret = create(this.owner, "READ_STATISTICS").path("createApiToken.secret").entity(String.class).get();
		assertThat(status(secret)).isEqualTo(200);
		this.uses.run(Instant.now()).block();
		org.awaitility.Awaitility.await()
			.untilAsserted(() -> TestAccounts.at(this.port, this.owner)
				.document(ME)
				.execute()
				.path("me.apiTokens[0].lastUsedAt")
				.hasValue());
	}

	@ParameterizedTest
	@CsvSource({ "' ', READ_STATISTICS, 2100-01-01T00:00:00Z, name", "feed, , 2100-01-01T00:00:00Z, permissions",
			"feed, READ_STATISTICS, 2020-01-01T00:00:00Z, expiresAt" })
	void whatCanNotBeIsRefused(String name, String permission, String expiry, String path) {
		GraphQlTester.Response response = mutate(this.owner, "createApiToken", Map.of("name", name, "permissions",
				(permission != null) ? List.of(permission) : List.of(), "expiresAt", expiry));
		response.path("createApiToken.errors[*].code").entityList(String.class).containsExactly("BAD_ARGUMENT");
		response.path("createApiToken.errors[0].path").entityList(String.class).containsExactly(path);
	}

}
