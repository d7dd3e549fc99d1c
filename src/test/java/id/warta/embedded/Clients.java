package id.warta.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;

/**
 * Asks the embedded servers.
 */
final class Clients {

	private Clients() {
	}

	/**
	 * Executes a statement as the database's owner.
	 * @return the first column of its first row, or {@code null}
	 */
	static String sql(EmbeddedPostgres postgres, String sql) throws SQLException {
		MigrationConnectionDetails details = new MigrationConnectionDetails(postgres.getConnectionFactoryOptions());
		try (Connection connection = DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(),
				details.getPassword()); Statement statement = connection.createStatement()) {
			if (!statement.execute(sql)) {
				return null;
			}
			try (ResultSet rows = statement.getResultSet()) {
				return rows.next() ? rows.getString(1) : null;
			}
		}
	}

	/**
	 * Executes commands.
	 */
	static <T> T redis(EmbeddedRedis redis, Function<RedisCommands<String, String>, T> commands) {
		RedisURI uri = RedisURI.builder()
			.withHost("127.0.0.1")
			.withPort(redis.getStandalone().getPort())
			.withPassword(redis.getPassword().toCharArray())
			.build();
		try (RedisClient client = RedisClient.create(uri)) {
			return commands.apply(client.connect().sync());
		}
	}

}
