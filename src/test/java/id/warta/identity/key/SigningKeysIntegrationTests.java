package id.warta.identity.key;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.platform.SetupException;
import id.warta.platform.access.AccessException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import(TestContent.class)
class SigningKeysIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private KeyRenewal renewal;

	@Autowired
	private KeyTable table;

	@Autowired
	private AccessTokens tokens;

	private List<KeyRow> keys() {
		return this.table.all().block();
	}

	private void age(String days) {
		this.content.run("update signing_key set created_at = created_at - interval '" + days + "'");
	}

	private String sign() {
		return this.tokens.sign(this.tokens.of(1, UUID.randomUUID(), 1));
	}

	@Test
	void nodesThatStartAtATimeMakeOneKeyAndWrapIt() {
		this.content.run("delete from signing_key");
		Instant now = Instant.now();
		Mono.when(this.renewal.run(now), this.renewal.run(now), this.renewal.run(now)).block();
		assertThat(keys()).singleElement().satisfies((key) -> assertThat(key.wrapped()).isTrue());
	}

	@Test
	void whatIsNotWrappedIsWrappedOnceThereIsAKeyToWrapBy() {
		this.table.write(KeyRow.create(Instant.now())).block();
		this.renewal.run(Instant.now()).block();
		assertThat(keys()).allSatisfy((key) -> assertThat(key.wrapped()).isTrue());
	}

	@Test
	void anOldKeyIsReplacedAndVerifiesForAWhile() {
		String token = sign();
		List<KeyRow> before = keys();
		age("31 days");
		this.renewal.run(Instant.now()).block();
		assertThat(keys()).hasSize(before.size() + 1);
		String kid = keys().get(0).kid();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> kid(sign()).equals(kid));
		assertThat(this.tokens.verify(token).block()).isNotNull();
		this.renewal.run(Instant.now().plus(Duration.ofHours(3))).block();
		assertThat(keys()).singleElement().satisfies((key) -> assertThat(key.kid()).isEqualTo(kid));
	}

	private static String kid(String token) {
		try {
			return com.nimbusds.jwt.SignedJWT.parse(token).getHeader().getKeyID();
		}
		catch (java.text.ParseException ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void whatIsChangedOrSignedByAnotherIsRefused() {
		String token = sign();
		String[] parts = token.split("\\.");
		char first = (parts[2].charAt(0) == 'A') ? 'B' : 'A';
		for (String bad : List.of(parts[0] + "." + parts[1] + ".", parts[0] + "." + parts[1],
				parts[0] + "." + parts[1] + "." + first + parts[2].substring(1))) {
			this.tokens.verify(bad).as(StepVerifier::create).verifyError(AccessException.class);
		}
	}

	@Test
	void withAPostgresOfOnesOwnAKeyIsNeeded() {
		new ReactiveWebApplicationContextRunner().withUserConfiguration(KeyConfiguration.class)
			.withPropertyValues("spring.r2dbc.url=r2dbc:postgresql://db.example/warta")
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(SetupException.class)
				.hasMessageContaining("WARTA_SECRETS_KEY")
				.hasMessageNotContaining("\n"));
	}

}
