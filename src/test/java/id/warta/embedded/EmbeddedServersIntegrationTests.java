package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What the embedded servers say of themselves.
 */
class EmbeddedServersIntegrationTests {

	private static EmbeddedPostgres postgres;

	private static EmbeddedRedis redis;

	private static Path data;

	@BeforeAll
	static void join() throws IOException {
		data = TestServers.data();
		postgres = new EmbeddedPostgres(DataFolder.at(data));
		redis = new EmbeddedRedis(DataFolder.at(data));
	}

	@AfterAll
	static void leave() throws IOException {
		redis.close();
		postgres.close();
	}

	@ParameterizedTest
	@CsvSource({ "fsync,on", "full_page_writes,on", "synchronous_commit,on", "data_checksums,on",
			"listen_addresses,127.0.0.1", "password_encryption,scram-sha-256", "server_encoding,UTF8",
			"lc_messages,C" })
	void postgresIsDurableAndPrivate(String setting, String value) throws SQLException {
		assertThat(Clients.sql(postgres, "show " + setting)).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource({ "appendonly,yes", "appendfsync,everysec", "bind,127.0.0.1", "protected-mode,yes" })
	void redisIsDurableAndPrivate(String setting, String value) {
		Map<String, String> settings = Clients.redis(redis, (commands) -> commands.configGet(setting));
		assertThat(settings).containsEntry(setting, value);
	}

	@Test
	void postgresIsOfTheVersionThatTheBuildNames() throws SQLException {
		String version = System.getProperty("postgres-binaries.version");
		assumeTrue(version != null, "no version named: not Maven's run");
		assertThat(version).startsWith(Clients.sql(postgres, "show server_version") + ".");
	}

	@Test
	void postgresListensToTheDatabasesOwnerAlone() throws SQLException {
		String sql = "select rolsuper or rolcreaterole or rolcreatedb or rolreplication from pg_roles where rolname = current_user";
		assertThat(Clients.sql(postgres, sql)).isEqualTo("f");
		MigrationConnectionDetails details = new MigrationConnectionDetails(postgres.getConnectionFactoryOptions());
		for (String user : List.of("postgres", "warta")) {
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(details.getJdbcUrl(), user, "postgres"));
		}
	}

	@Test
	void redisListensToThePasswordAlone() {
		int port = redis.getStandalone().getPort();
		assertThat(RedisProbe.answers(port, redis.getPassword())).isTrue();
		assertThat(RedisProbe.answers(port, "wrong")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "unaccent", "pg_trgm", "ltree", "citext" })
	void theOwnerMayCreateExtensions(String extension) throws SQLException {
		String sql = "begin; create extension if not exists %s; rollback".formatted(extension);
		Clients.sql(postgres, sql);
		String known = "select count(*) from pg_available_extensions where name = '%s'".formatted(extension);
		assertThat(Clients.sql(postgres, known)).isEqualTo("1");
	}

	@Test
	void indonesianTextIsSearchedAndFolded() throws SQLException {
		assertThat(Clients.sql(postgres, "select to_tsvector('indonesian', 'membacakan')::text")).isEqualTo("'baca':1");
		assertThat(Clients.sql(postgres, "select lower('É')")).isEqualTo("é");
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgres.password", "redis.password", "redis/redis.conf" })
	void passwordsAreForTheirOwnerAlone(String file) throws IOException {
		assertThat(Files.getPosixFilePermissions(data.resolve(file)))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
	}

}
