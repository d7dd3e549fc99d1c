package id.warta.identity.account;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.eventlog.EventLog;
import id.warta.platform.SetupException;
import id.warta.identity.session.Passwords;
import id.warta.platform.access.AuditLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
@Import(TestContent.class)
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorIntegrationTests {

	private static final Pattern PRINTED = Pattern.compile("one-time password (\\S+)");

	@Autowired
	private TestContent content;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Passwords passwords;

	@Autowired
	private PasswordEncoder encoder;

	@Autowired
	private AuditLog audit;

	@Autowired
	private EventLog events;

	@Autowired
	private TransactionalOperator transaction;

	@BeforeEach
	void dismissEverybody() {
		this.content.run("truncate staff cascade");
	}

	private FirstAdministrator first(@Nullable String email, @Nullable String password, Environment environment) {
		return new FirstAdministrator(new AdminProperties(email, password), environment, this.database, this.passwords,
				this.audit, this.events, this.transaction);
	}

	private @Nullable String staff() {
		return this.content
			.one("select string_agg(email || ' ' || roles::text || ' ' || password_must_change, ', ') from staff");
	}

	@Test
	void anEmbeddedDatabaseGetsOneByAPasswordPrintedOnce(CapturedOutput output) {
		int before = output.getOut().length();
		Flux.merge(List.of(start(new MockEnvironment()), start(new MockEnvironment()), start(new MockEnvironment())))
			.blockLast();
		assertThat(staff()).isEqualTo("admin@localhost {ADMIN} true");
		Matcher printed = PRINTED.matcher(output.getOut().substring(before));
		assertThat(printed.find()).isTrue();
		String hash = this.content.one("select password from staff");
		assertThat(this.encoder.matches(printed.group(1), hash)).isTrue();
		assertThat(printed.find()).isFalse();
	}

	private Mono<Void> start(Environment environment) {
		return Mono.<Void>fromRunnable(() -> first(null, null, environment).start())
			.subscribeOn(Schedulers.boundedElastic());
	}

	@Test
	void aDatabaseOfOnesOwnGetsNoneByItself(CapturedOutput output) {
		int before = output.getOut().length();
		first(null, null, new MockEnvironment().withProperty("spring.r2dbc.url", "r2dbc:postgresql://db/warta"))
			.start();
		assertThat(staff()).isEqualTo("null");
		assertThat(output.getOut().substring(before)).doesNotContain("one-time password");
	}

	@Test
	void propertiesMakeOneWhereThereIsNone() {
		first("Chief@Warta.example", "a good password", new MockEnvironment()).start();
		assertThat(staff()).isEqualTo("chief@warta.example {ADMIN} false");
		first("other@warta.example", "a good password", new MockEnvironment()).start();
		assertThat(staff()).isEqualTo("chief@warta.example {ADMIN} false");
		this.content.run("update staff set disabled_at = now()");
		first("chief@warta.example", "another password", new MockEnvironment()).start();
		assertThat(this.content.one("select disabled_at is null from staff")).isEqualTo("true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "password = null", "issuer = 'https://login.example', subject = email, claimed_at = now()",
			"disabled_at = now()" })
	void whoeverCannotSignInHereIsNoAdministrator(String state) {
		first("chief@warta.example", "a good password", new MockEnvironment()).start();
		this.content.run("update staff set " + state);
		first("other@warta.example", "a good password", new MockEnvironment()).start();
		assertThat(this.content.one("select count(*) from staff")).isEqualTo("2");
		this.content.run("update staff set " + state + ", email = email || '.old' where email like 'other%'");
		first("chief@warta.example", "another password", new MockEnvironment()).start();
		assertThat(this.content.one("""
				select password is not null and issuer is null and subject is null and disabled_at is null
				from staff where email = 'chief@warta.example'""")).isEqualTo("true");
	}

	@Test
	void aBadPasswordIsToldInOneLine() {
		assertThatExceptionOfType(SetupException.class)
			.isThrownBy(() -> first("chief@warta.example", "short", new MockEnvironment()).start())
			.withMessage("warta.admin.password can't be used: A password has at least 12 characters");
	}

}
