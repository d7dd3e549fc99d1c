package id.warta.identity.session;

import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.identity.TestAccounts;
import id.warta.identity.TestAccounts.Account;
import id.warta.platform.access.Role;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestAccounts.class)
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

}
