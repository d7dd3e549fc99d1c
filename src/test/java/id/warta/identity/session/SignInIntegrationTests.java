package id.warta.identity.session;

import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.identity.TestAccounts;
import id.warta.identity.TestAccounts.Account;
import id.warta.platform.NodeId;
import id.warta.platform.access.Role;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ TestContent.class, TestAccounts.class })
class SignInIntegrationTests {

	private static final String SIGN_IN = """
			mutation ($input: SignInInput!) {
			  signIn(input: $input) {
			    accessToken expiresAt refreshToken mustChangePassword me { staff { id email roles } permissions }
			    errors { __typename code path ... on RateLimited { retryAfter } }
			  }
			}""";

	@LocalServerPort
	private int port;

	@Value("${local.management.port}")
	private int management;

	@Autowired
	private TestContent content;

	@Autowired
	private TestAccounts accounts;

	private GraphQlTester.Response signIn(String email, String password) {
		return TestAccounts.at(this.port, null)
			.document(SIGN_IN)
			.variable("input", Map.of("email", email, "password", password))
			.execute();
	}

	@Test
	void whoSignsInIsKnownByTheirToken() {
		Account account = this.accounts.create(Role.EDITOR, Role.AUTHOR);
		GraphQlTester.Response response = signIn(" " + account.email().toUpperCase() + " ", TestAccounts.PASSWORD);
		response.path("signIn.errors").entityList(Object.class).hasSize(0);
		response.path("signIn.me.staff.email").entity(String.class).isEqualTo(account.email());
		response.path("signIn.me.permissions").entityList(String.class).contains("PUBLISH_ARTICLES");
		String token = response.path("signIn.accessToken").entity(String.class).get();
		TestAccounts.at(this.port, token)
			.document("{ me { staff { email roles } mustChangePassword permissions apiTokens { id } } }")
			.execute()
			.path("me.staff.email")
			.entity(String.class)
			.isEqualTo(account.email());
	}

	@Test
	void readersAreNobody() {
		TestAccounts.at(this.port, null).document("{ me { staff { id } } }").execute().path("me").valueIsNull();
	}

	@Test
	void whatIsNoTokenIsRefusedInTheShapeOfGraphQl() {
		for (String token : new String[] { "nonsense", "a.b.c", "wrt_nonsense" }) {
			TestAccounts.client(this.port, token)
				.post()
				.uri("/graphql")
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue("{\"query\": \"{ site { title } }\"}")
				.exchange()
				.expectStatus()
				.isUnauthorized()
				.expectHeader()
				.valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
				.expectHeader()
				.valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
				.expectBody()
				.jsonPath("$.errors[0].extensions.code")
				.isEqualTo("UNAUTHENTICATED");
		}
	}

	@Test
	void whateverIsWrongTheAnswerIsTheSame() {
		Account account = this.accounts.create(Role.EDITOR);
		for (String[] wrong : new String[][] { { account.email(), "wrong" }, { "nobody@warta.example", "wrong" },
				{ "", "" }, { account.email(), "x".repeat(1000) } }) {
			signIn(wrong[0], wrong[1]).path("signIn").entity(Map.class).satisfies((payload) -> {
				assertThat(payload.get("accessToken")).isNull();
				assertThat(payload.get("errors"))
					.hasToString("[{__typename=InputError, code=BAD_CREDENTIALS, path=[]}]");
			});
		}
	}

	@Test
	void whoeverMustChangeTheirPasswordMayDoNothingElse() {
		Account account = this.accounts.create(Role.ADMIN);
		this.content.run("update staff set password_must_change = true where id = " + account.id());
		this.content.changed();
		GraphQlTester.Response response = signIn(account.email(), TestAccounts.PASSWORD);
		response.path("signIn.mustChangePassword").entity(Boolean.class).isEqualTo(true);
		response.path("signIn.me.permissions").entityList(Object.class).hasSize(0);
		String token = response.path("signIn.accessToken").entity(String.class).get();
		isForbidden(token, "{ staff { totalCount } }");
		isForbidden(token, "mutation { createApiToken(input: {name: \"a\", permissions: [MANAGE_STAFF]}) { secret } }");
		GraphQlTester.Response changed = TestAccounts.at(this.port, token)
			.document("mutation ($input: ChangePasswordInput!) { changePassword(input: $input) "
					+ "{ accessToken me { mustChangePassword permissions } errors { code } } }")
			.variable("input",
					Map.of("currentPassword", TestAccounts.PASSWORD, "newPassword", "a password of one's own"))
			.execute();
		changed.path("changePassword.me.mustChangePassword").entity(Boolean.class).isEqualTo(false);
		changed.path("changePassword.me.permissions").entityList(String.class).contains("MANAGE_STAFF");
		TestAccounts.at(this.port, changed.path("changePassword.accessToken").entity(String.class).get())
			.document("{ staff { totalCount } }")
			.execute()
			.path("staff.totalCount")
			.hasValue();
	}

	private void isForbidden(String token, String document) {
		TestAccounts.at(this.port, token)
			.document(document)
			.execute()
			.errors()
			.satisfy((errors) -> assertThat(errors).singleElement()
				.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code", "FORBIDDEN")));
	}

	@Test
	void theStaffsOwnReadingsDoNotCount() {
		String token = TestAccounts.signIn(this.port, this.accounts.create(Role.AUTHOR)).access();
		GraphQlTester.Response response = TestAccounts.at(this.port, token)
			.document("mutation { recordView(input: {articleId: \"%s\"}) { counted outcome errors { code } } }"
				.formatted(new NodeId("Article", 1)))
			.execute();
		response.path("recordView.outcome").entity(String.class).isEqualTo("STAFF");
		response.path("recordView.counted").entity(Boolean.class).isEqualTo(false);
	}

	@Test
	void answersToTheStaffAreKeptNowhere() {
		String token = TestAccounts.signIn(this.port, this.accounts.create(Role.AUTHOR)).access();
		TestAccounts.client(this.port, token)
			.post()
			.uri("/graphql")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"query\": \"{ site { title } }\"}")
			.exchange()
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "no-store");
	}

	@Test
	void credentialsMeanNothingBesideGraphQl() {
		TestAccounts.client(this.port, "nonsense").get().uri("/graphiql").exchange().expectStatus().isOk();
		TestAccounts.client(this.management, "nonsense").get().uri("/actuator/health").exchange().expectStatus().isOk();
	}

}
