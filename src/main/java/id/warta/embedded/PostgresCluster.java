package id.warta.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The folder of PostgreSQL's data. Nobody can sign in as its superuser: the database and
 * its owner are made in PostgreSQL's single-user mode, before anything listens.
 */
final class PostgresCluster {

	/** The database, and the role that owns it. */
	static final String NAME = "warta";

	private static final String ACCESS = """
			# Only the database's owner, only from this machine
			host %1$s %1$s 127.0.0.1/32 scram-sha-256
			""".formatted(NAME);

	/** The operator's own settings go below this line in postgresql.conf, and win. */
	private static final String INCLUDE = """

			include 'warta.conf'
			""";

	private static final String SETTINGS = """
			# Written anew at every start: put settings of your own at the end of postgresql.conf
			listen_addresses = '127.0.0.1'
			unix_socket_directories = ''
			max_connections = 100

			fsync = on
			full_page_writes = on
			synchronous_commit = on

			shared_buffers = 128MB
			effective_cache_size = 512MB
			work_mem = 8MB
			maintenance_work_mem = 64MB
			min_wal_size = 80MB
			max_wal_size = 512MB
			random_page_cost = 1.1
			jit = off

			timezone = 'UTC'
			log_timezone = 'UTC'
			lc_messages = 'C'
			log_destination = 'stderr'
			logging_collector = off
			log_checkpoints = off
			log_lock_waits = on
			""";

	/**
	 * After a crash, else, each file is synced by itself: minutes, where there are many
	 * on a slow disk.
	 */
	private static final String LINUX_SETTINGS = """
			recovery_init_sync_method = syncfs
			""";

	private final Path path;

	private final Path passwordFile;

	PostgresCluster(DataFolder data) {
		this.path = data.path().resolve("postgres");
		this.passwordFile = data.path().resolve("postgres.password");
	}

	Path path() {
		return this.path;
	}

	/**
	 * The password of the database's owner.
	 */
	String password() throws IOException {
		return Secret.in(this.passwordFile);
	}

	/**
	 * Creates the cluster when there is none, and brings what is there in order.
	 * @throws EmbeddedServerException if it is the cluster of another major version
	 */
	void prepare(PostgresPrograms programs) throws IOException {
		if (!Files.exists(this.path)) {
			create(programs);
		}
		checkVersion(programs);
		new PostmasterFile(this.path, programs.server()).disarm();
		writeSettings(this.path);
		programs.account().own(this.path);
		if (!Files.exists(this.passwordFile)) {
			programs.execute(this.path, "alter role %s password '%s'".formatted(NAME, password()));
		}
	}

	private void create(PostgresPrograms programs) throws IOException {
		Path fresh = programs.initialise(this.path);
		Files.writeString(fresh.resolve("pg_hba.conf"), ACCESS);
		Files.writeString(fresh.resolve("postgresql.conf"), INCLUDE, StandardOpenOption.APPEND);
		writeSettings(fresh);
		programs.account().own(fresh);
		programs.execute(fresh, "create role %s login password '%s'".formatted(NAME, password()));
		programs.execute(fresh, "create database %1$s owner %1$s".formatted(NAME));
		Files.move(fresh, this.path, StandardCopyOption.ATOMIC_MOVE);
	}

	private static void writeSettings(Path cluster) throws IOException {
		boolean linux = Platform.current().system() == Platform.System.LINUX;
		String settings = linux ? SETTINGS + LINUX_SETTINGS : SETTINGS;
		PrivateFiles.write(cluster.resolve("warta.conf"), settings.getBytes(StandardCharsets.UTF_8));
	}

	private void checkVersion(PostgresPrograms programs) throws IOException {
		Path file = this.path.resolve("PG_VERSION");
		if (!Files.exists(file)) {
			throw new EmbeddedServerException(
					"%s holds no PostgreSQL data: remove it, or set warta.data to another folder".formatted(this.path));
		}
		String version = Files.readString(file).strip();
		if (!version.equals(programs.majorVersion())) {
			throw new EmbeddedServerException(
					"The data in %s are PostgreSQL %s's, and Warta brings PostgreSQL %s: move them with pg_upgrade, or set warta.data to another folder"
						.formatted(this.path, version, programs.majorVersion()));
		}
	}

}
