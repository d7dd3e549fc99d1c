package id.warta.identity.session;

import java.util.Map;
import java.util.Objects;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.platform.secret.Secrets;
import id.warta.identity.TestAccounts;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Role;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A password is set while an administrator holds the account.
 */
@IntegrationTest
@Import({ TestContent.class, TestAccounts.class })
class PasswordSettingIntegrationTests {

	@Autowired
	private PasswordSetting setting;

	@Autowired
	private ConnectionFactory connections;

	@Autowired
	private TestContent content;

	@Autowired
	private TestAccounts accounts;

	private Connection administrator;

	private long somebody;

	private String token;

	@BeforeEach
	void invite() {
		this.somebody = this.accounts.create(Role.EDITOR).id();
		this.token = Secrets.text();
		this.content.run("insert into password_link values (:staff, :hash, now() + interval '1 day')",
				Map.of("staff", this.somebody, "hash", Secrets.hash(this.token)));
		this.administrator = Objects.requireNonNull(Mono.from(this.connections.create()).block());
	}

	@AfterEach
	void close() {
		Mono.from(this.administrator.close()).block();
	}

	@Test
	void whoeverIsDisabledMeanwhileSetsNoPasswordAndNobodyWaitsForTheOther() {
		Mono.from(this.administrator.beginTransaction()).block();
		String pid = inTransaction(
				"select pg_backend_pid()::text from staff where id = " + this.somebody + " for update");
		Mono<String> outcome = this.setting.set(new SetPasswordInput(this.token, "a good password"))
			.map((staff) -> "set")
			.onErrorResume(InvalidInputException.class, (ex) -> Mono.just(ex.code()))
			.cache();
		outcome.subscribe();
		Awaitility.await()
			.until(() -> "true".equals(this.content
				.one("select exists (select from pg_stat_activity where %s = any(pg_blocking_pids(pid)))"
					.formatted(pid))));
		inTransaction("select staff_id::text from password_link where staff_id = %d for update nowait"
			.formatted(this.somebody));
		inTransaction("update staff set disabled_at = now() where id = " + this.somebody + " returning email");
		Mono.from(this.administrator.commitTransaction()).block();
		assertThat(outcome.block()).isEqualTo("BAD_TOKEN");
		assertThat(this.content.one("select count(*) from password_link where staff_id = " + this.somebody))
			.isEqualTo("1");
	}

	private String inTransaction(String sql) {
		return Objects.requireNonNull(Mono.from(this.administrator.createStatement(sql).execute())
			.flatMap((result) -> Mono.from(result.map((row) -> row.get(0, String.class))))
			.block());
	}

}
