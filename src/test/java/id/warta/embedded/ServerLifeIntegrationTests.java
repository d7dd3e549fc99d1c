package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * How the embedded servers start, are shared, stop, and come back after every kind of
 * death.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ServerLifeIntegrationTests {

	private TestData data;

	@BeforeEach
	void createFolder() throws IOException {
		this.data = TestData.create();
	}

	@AfterEach
	void removeFolder() throws IOException {
		this.data.close();
	}

	@Test
	void dataOutliveARestart() throws Exception {
		writeNote();
		assertThat(this.data.areServersGone()).isTrue();
		this.data.age();
		assertNoteIsThere();
	}

	@Test
	void dataOutliveAKilledProcessAndLocksOfAnHourAgo() throws Exception {
		try (HoldingProcess holder = HoldingProcess.start(this.data.path())) {
			holder.ports();
			writeNote();
			assertThat(this.data.postgres()).isPresent();
			assertThat(this.data.redis()).isPresent();
			holder.kill();
		}
		assertThat(this.data.areServersGone()).isTrue();
		this.data.age();
		assertNoteIsThere();
	}

	@Test
	void processesShareTheServersUntilTheLastOneEnds() throws Exception {
		try (HoldingProcess first = HoldingProcess.start(this.data.path());
				HoldingProcess second = HoldingProcess.start(this.data.path())) {
			assertThat(second.ports()).isEqualTo(first.ports());
			assertThat(first.end()).isZero();
			assertThat(this.data.postgres()).isPresent();
			assertThat(this.data.redis()).isPresent();
			assertThat(second.end()).isZero();
			assertThat(this.data.postgres()).isEmpty();
			assertThat(this.data.redis()).isEmpty();
			assertThat(this.data.keepers()).isEmpty();
		}
	}

	@Test
	void whoComesWhileTheLastOneGoesFindsServersThatStay() throws Exception {
		HoldingProcess last = HoldingProcess.start(this.data.path());
		last.ports();
		for (int round = 0; round < 4; round++) {
			HoldingProcess next = HoldingProcess.start(this.data.path());
			if (round % 2 == 0) {
				last.kill();
			}
			else {
				last.end();
			}
			next.ports();
			writeNote();
			last = next;
		}
		last.end();
		assertThat(this.data.areServersGone()).isTrue();
	}

	@Test
	void killedServersComeBackWhereTheyWere() throws Exception {
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(this.data.folder());
				EmbeddedRedis redis = new EmbeddedRedis(this.data.folder())) {
			Clients.sql(postgres, "create table note as select 'kept' as text");
			kill(this.data.postgres().orElseThrow());
			kill(this.data.redis().orElseThrow());
			assertThat(Waiting.until(TestData.LIMIT, () -> answers(postgres))).isTrue();
			assertThat(Clients.sql(postgres, "select text from note")).isEqualTo("kept");
			int port = redis.getStandalone().getPort();
			String password = redis.getPassword();
			assertThat(Waiting.until(TestData.LIMIT, () -> RedisProbe.answers(port, password))).isTrue();
		}
	}

	@Test
	void orphansWithoutKeeperAreReplaced() throws Exception {
		try (HoldingProcess holder = HoldingProcess.start(this.data.path())) {
			holder.ports();
			writeNote();
			this.data.keepers().forEach(ServerLifeIntegrationTests::kill);
			holder.kill();
		}
		ProcessHandle orphan = this.data.postgres().orElseThrow();
		this.data.age();
		assertNoteIsThere();
		assertThat(Waiting.until(TestData.LIMIT, () -> !orphan.isAlive())).isTrue();
	}

	@Test
	void aNumberThatIsAnotherProcessesByNowIsNeitherBelievedNorKilled() throws Exception {
		writeNote();
		Process innocent = account().command(List.of("sleep", "600")).builder().start();
		try {
			writePid("postgres/postmaster.pid", innocent.pid() + "\n/elsewhere\n1\n1\n\n127.0.0.1\n 1 1\nready\n");
			writePid("redis/redis.pid", innocent.pid() + "\n");
			assertNoteIsThere();
			assertThat(innocent.isAlive()).isTrue();
		}
		finally {
			innocent.destroyForcibly();
		}
	}

	@Test
	void anEmptyPidFileDoesNotHinder() throws Exception {
		writeNote();
		writePid("postgres/postmaster.pid", "");
		writePid("redis/redis.pid", "");
		assertNoteIsThere();
	}

	@Test
	void aLostPasswordIsReplaced() throws Exception {
		writeNote();
		Files.delete(this.data.path().resolve("postgres.password"));
		Files.delete(this.data.path().resolve("redis.password"));
		assertNoteIsThere();
	}

	@Test
	void dataOfAnotherMajorVersionAreLeftAlone() throws Exception {
		writeNote();
		Files.writeString(this.data.path().resolve("postgres/PG_VERSION"), "9\n");
		assertThatExceptionOfType(EmbeddedServerException.class)
			.isThrownBy(() -> new EmbeddedPostgres(this.data.folder()))
			.withMessageContaining("are PostgreSQL 9's, and Warta brings PostgreSQL");
	}

	@Test
	void brokenDataAreReportedInTheServersWords() throws Exception {
		writeNote();
		Files.write(this.data.path().resolve("postgres/global/pg_control"), new byte[8192]);
		Files.writeString(this.data.path().resolve("redis/appendonly.aof"), "nonsense");
		assertThatExceptionOfType(EmbeddedServerException.class)
			.isThrownBy(() -> new EmbeddedPostgres(this.data.folder()))
			.withMessageMatching(
					"PostgreSQL doesn't start: database files are incompatible.* \\(see .*postgres\\.log\\)");
		assertThatExceptionOfType(EmbeddedServerException.class).isThrownBy(() -> new EmbeddedRedis(this.data.folder()))
			.withMessageMatching("Redis doesn't start: Bad file format.* \\(see .*redis\\.log\\)");
	}

	@Test
	void theServersAreOutOfTheTerminalsReach() throws Exception {
		assumeTrue(Files.exists(Path.of("/proc/self/stat")), "no /proc on this system");
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(this.data.folder());
				EmbeddedRedis redis = new EmbeddedRedis(this.data.folder())) {
			String own = session(ProcessHandle.current());
			assertThat(session(this.data.postgres().orElseThrow())).isNotEqualTo(own);
			assertThat(session(this.data.redis().orElseThrow())).isNotEqualTo(own);
		}
	}

	private void writeNote() throws IOException, SQLException {
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(this.data.folder());
				EmbeddedRedis redis = new EmbeddedRedis(this.data.folder())) {
			Clients.sql(postgres, "create table if not exists note as select 'kept' as text");
			Clients.redis(redis, (commands) -> commands.set("note", "kept"));
		}
	}

	private void assertNoteIsThere() throws IOException, SQLException {
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(this.data.folder());
				EmbeddedRedis redis = new EmbeddedRedis(this.data.folder())) {
			assertThat(Clients.sql(postgres, "select text from note")).isEqualTo("kept");
			String note = Clients.redis(redis, (commands) -> commands.get("note"));
			assertThat(note).isEqualTo("kept");
		}
	}

	private boolean answers(EmbeddedPostgres postgres) {
		try {
			return "1".equals(Clients.sql(postgres, "select 1"));
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private void writePid(String file, String content) throws IOException {
		Path path = this.data.path().resolve(file);
		Files.writeString(path, content);
		account().own(path);
	}

	private Account account() throws IOException {
		return Account.forServers(this.data.folder(), this.data.folder().run("postgres"), Path.of("/bin/sh"));
	}

	private static void kill(ProcessHandle process) {
		process.destroyForcibly();
	}

	/**
	 * The fourth field after the program's name in brackets.
	 */
	private static String session(ProcessHandle process) throws IOException {
		String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
		return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
	}

}
