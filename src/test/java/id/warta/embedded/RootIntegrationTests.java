package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What root's servers run as.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RootIntegrationTests {

	private static final FileOwner DAEMON = new FileOwner(1, 1);

	private Path parent;

	private TestData data;

	@BeforeEach
	void createFolder() throws IOException {
		this.parent = Files.createDirectories(Path.of("target", "embedded", "root-" + ProcessHandle.current().pid()));
		assumeTrue(!System.getProperty("os.name").startsWith("Windows") && FileOwner.of(this.parent).isRoot(),
				"not root's build");
		DurableFiles.allowAll(this.parent);
		this.data = TestData.in(Files.createDirectory(this.parent.toAbsolutePath().resolve("data")));
	}

	@AfterEach
	void removeFolder() throws IOException {
		if (this.data != null) {
			this.data.close();
		}
		Files.deleteIfExists(this.parent);
	}

	@Test
	void theServersAreNobodysWhereNobodyMayEnter() throws Exception {
		assertThat(owners()).allMatch((owner) -> !owner.isRoot());
		forbid("rwx------");
		assertThat(owners()).allMatch(FileOwner::isRoot);
		forbid("rwxr-xr-x");
		assertThat(owners()).allMatch((owner) -> !owner.isRoot());
	}

	@Test
	void theServersAreTheirsWhoseFolderItIs() throws Exception {
		DAEMON.own(this.data.path());
		assertThat(owners()).containsOnly(DAEMON);
		try (Stream<Path> paths = Files.walk(this.data.path())) {
			assertThat(paths.filter((path) -> !isOwn(path))).isEmpty();
		}
	}

	@Test
	void rootIsToldWhenNobodyElseCanRunAServer() throws IOException {
		Path run = Files.createDirectories(this.data.folder().run("postgres"));
		assertThatExceptionOfType(EmbeddedServerException.class)
			.isThrownBy(() -> Account.forServers(this.data.folder(), run, run.resolve("missing")))
			.withMessageContaining("start Warta as another user");
	}

	/**
	 * Starts the servers, and makes sure that they have kept what was written before.
	 * @return whose processes they were
	 */
	private List<FileOwner> owners() throws IOException, SQLException {
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(this.data.folder());
				EmbeddedRedis redis = new EmbeddedRedis(this.data.folder())) {
			Clients.sql(postgres, "create table if not exists visit (at timestamptz default now())");
			Clients.sql(postgres, "insert into visit default values");
			String visits = Clients.sql(postgres, "select count(*) from visit");
			long counted = Clients.redis(redis, (commands) -> commands.incr("visits"));
			assertThat(visits).isEqualTo(String.valueOf(counted));
			return List.of(owner(this.data.postgres().orElseThrow()), owner(this.data.redis().orElseThrow()));
		}
	}

	private void forbid(String permissions) throws IOException {
		Files.setPosixFilePermissions(this.parent, PosixFilePermissions.fromString(permissions));
	}

	private static FileOwner owner(ProcessHandle process) throws IOException {
		return FileOwner.of(Path.of("/proc", String.valueOf(process.pid()), "stat"));
	}

	private static boolean isOwn(Path path) {
		try {
			return Files.isSymbolicLink(path) || FileOwner.of(path).equals(DAEMON);
		}
		catch (IOException ex) {
			return Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
		}
	}

}
