package id.warta.identity.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import id.warta.IntegrationTest;
import id.warta.identity.TestAccounts;
import id.warta.identity.TestAccounts.Account;
import id.warta.platform.InvalidInputException;
import id.warta.platform.RateLimitedException;
import id.warta.platform.access.Role;
import id.warta.platform.http.ClientNetwork;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest(properties = "warta.identity.attempts-per-network=30")
@Import(TestAccounts.class)
class SignInLimitsIntegrationTests {

	private static final String WRONG = "BAD_CREDENTIALS";

	@Autowired
	private SignIn signIn;

	@Autowired
	private Attempts attempts;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private CountingEncoder encoder;

	private final ClientNetwork network = network();

	private static ClientNetwork network() {
		return new ClientNetwork(4, ThreadLocalRandom.current().nextLong());
	}

	private Mono<String> attempt(String email, String password, ClientNetwork from) {
		return this.signIn.signIn(new SignInInput(email, password), from)
			.map((issued) -> "in")
			.onErrorResume(InvalidInputException.class, (ex) -> Mono.just(ex.code()))
			.onErrorResume(RateLimitedException.class, (ex) -> Mono.just("RATE_LIMITED"));
	}

	private List<String> attempts(int count, String email) {
		return Flux.merge(IntStream.range(0, count).mapToObj((i) -> attempt(email, "wrong", network())).toList())
			.collectList()
			.block();
	}

	@Test
	void anAccountHasTenAttemptsHoweverManyComeAtOnce() {
		Account account = this.accounts.create(Role.EDITOR);
		assertThat(attempts(25, account.email())).filteredOn(WRONG::equals).hasSize(10);
		assertThat(attempt(account.email(), TestAccounts.PASSWORD, this.network).block()).isEqualTo("RATE_LIMITED");
	}

	@Test
	void soHasAnAccountThatThereIsNot() {
		assertThat(attempts(25, UUID.randomUUID() + "@warta.example")).filteredOn(WRONG::equals).hasSize(10);
	}

	@Test
	void aNetworkHasThirtyWhateverTheAccounts() {
		List<String> results = Flux.range(0, 40)
			.concatMap((i) -> attempt(UUID.randomUUID() + "@warta.example", "wrong", this.network))
			.collectList()
			.block();
		assertThat(results.subList(0, 30)).containsOnly(WRONG);
		assertThat(results.subList(30, 40)).containsOnly("RATE_LIMITED");
	}

	@Test
	void whoKnowsTheirPasswordIsNotCounted() {
		Account account = this.accounts.create(Role.EDITOR);
		for (int i = 0; i < 35; i++) {
			assertThat(attempt(account.email(), TestAccounts.PASSWORD, this.network).block()).isEqualTo("in");
		}
		assertThat(attempts(9, account.email())).containsOnly(WRONG);
		assertThat(attempt(account.email(), TestAccounts.PASSWORD, this.network).block()).isEqualTo("in");
		assertThat(attempts(10, account.email())).containsOnly(WRONG);
	}

	@Test
	void attemptsAreForgottenWhenTheirTimeIsOver() {
		Account account = this.accounts.create(Role.EDITOR);
		attempts(11, account.email());
		this.attempts.run(Instant.now().plusSeconds(3600)).block();
		assertThat(attempt(account.email(), TestAccounts.PASSWORD, this.network).block()).isEqualTo("in");
	}

	@Test
	void whoeverIsUnknownCostsAsMuchAsWhoeverIsKnown() {
		Account known = this.accounts.create(Role.EDITOR);
		for (String email : List.of(known.email(), UUID.randomUUID() + "@warta.example", "", "nonsense")) {
			int before = this.encoder.calls.get();
			assertThat(attempt(email, "wrong", this.network).block()).isEqualTo(WRONG);
			assertThat(this.encoder.calls.get() - before).isEqualTo(1);
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Counting {

		@Bean
		@Primary
		CountingEncoder countingEncoder() {
			return new CountingEncoder();
		}

	}

	static class CountingEncoder implements PasswordEncoder {

		private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

		private final AtomicInteger calls = new AtomicInteger();

		@Override
		public String encode(CharSequence password) {
			return this.encoder.encode(password);
		}

		@Override
		public boolean matches(CharSequence password, String hash) {
			this.calls.incrementAndGet();
			return this.encoder.matches(password, hash);
		}

	}

}
