package id.warta.identity.account;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.platform.ConflictException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Who counts as an administrator that is left: those who can sign in.
 */
@IntegrationTest
@Import(TestContent.class)
class AdministratorsIntegrationTests {

	private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

	@Autowired
	private TestContent content;

	@Autowired
	private DatabaseClient database;

	@BeforeEach
	void hireOneOfEachKind() {
		this.content.run("truncate staff restart identity cascade");
		this.content.run("""
				insert into staff (email, name, roles, password, issuer, subject, claimed_at, disabled_at)
				select 'a' || n || '@warta.example', 'A', '{ADMIN}', p, i, i || n, i::text::timestamptz, d
				from (values (1, 'hash', null, null), (2, null, null, null), (3, null, 'now', null),
				    (4, 'hash', null, now()), (5, null, 'now', now())) v (n, p, i, d)""");
	}

	@ParameterizedTest
	@CsvSource({ "'', 1", "https://login.example, 3" })
	void theOneWhoCanSignInIsTheLast(String issuer, long last) {
		Administrators administrators = new Administrators(this.database,
				new MockEnvironment().withProperty(ISSUER, issuer));
		assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> administrators.requireAnother(last).block())
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("LAST_ADMINISTRATOR"));
	}

	@Test
	void whoeverCannotSignInMayGo() {
		Administrators administrators = new Administrators(this.database, new MockEnvironment());
		for (long id : new long[] { 2, 3, 4, 5 }) {
			assertThatNoException().isThrownBy(() -> administrators.requireAnother(id).block());
		}
	}

}
