package id.warta.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import id.warta.platform.access.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Accounts that tests sign in to, over HTTP, as anybody else would.
 */
@TestComponent
public class TestAccounts {

	/** Everybody's. */
	public static final String PASSWORD = "correct horse battery";

	/** By few rounds, as there are many of them. */
	private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final DatabaseClient database;

	TestAccounts(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Somebody of the staff with a password.
	 */
	public record Account(long id, String email) {

	}

	/**
	 * What a sign-in gives.
	 */
	public record Tokens(String access, String refresh) {

	}

	/**
	 * Somebody new with these roles. Their nodes learn of them when they ask.
	 */
	public Account create(Role... roles) {
		String email = UUID.randomUUID() + "@warta.example";
		Long id = this.database
			.sql("insert into staff (email, name, roles, password) values (:email, 'Staff', :roles, :hash)"
					+ " returning id")
			.bind("email", email)
			.bind("roles", Stream.of(roles).map(Role::name).toArray(String[]::new))
			.bind("hash", HASH)
			.mapValue(Long.class)
			.one()
			.block();
		return new Account(Objects.requireNonNull(id), email);
	}

	/**
	 * GraphQL over HTTP.
	 * @param token what to ask with; null as a reader
	 */
	public static GraphQlTester at(int port, @Nullable String token) {
		return HttpGraphQlTester
			.create(client(port, token).mutate().baseUrl("http://localhost:" + port + "/graphql").build());
	}

	/**
	 * HTTP.
	 */
	public static WebTestClient client(int port, @Nullable String token) {
		Consumer<HttpHeaders> headers = (all) -> {
			if (token != null) {
				all.setBearerAuth(token);
			}
		};
		return WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + port)
			.defaultHeaders(headers)
			.responseTimeout(PATIENCE)
			.build();
	}

	/**
	 * Signs somebody in at a node.
	 */
	public static Tokens signIn(int port, Account account) {
		return signIn(port, account.email(), PASSWORD);
	}

	/**
	 * Signs somebody in by an address and a password.
	 */
	public static Tokens signIn(int port, String email, String password) {
		GraphQlTester.Response response = at(port, null).document(
				"""
						mutation ($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken errors { code } } }""")
			.variable("input", Map.of("email", email, "password", password))
			.execute();
		return new Tokens(response.path("signIn.accessToken").entity(String.class).get(),
				response.path("signIn.refreshToken").entity(String.class).get());
	}

}
