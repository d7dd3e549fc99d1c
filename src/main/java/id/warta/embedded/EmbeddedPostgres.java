package id.warta.embedded;

import java.io.IOException;

import io.r2dbc.spi.ConnectionFactoryOptions;

import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

/**
 * The embedded PostgreSQL, as far as a client needs to know.
 */
final class EmbeddedPostgres implements R2dbcConnectionDetails, AutoCloseable {

	private final EmbeddedServer server;

	private final String password;

	EmbeddedPostgres(DataFolder data) throws IOException {
		PostgresCluster cluster = new PostgresCluster(data);
		this.server = new EmbeddedServer(new PostgresServer(cluster, new Binaries(data, Platform.current()).postgres()),
				data);
		this.password = cluster.password();
	}

	@Override
	public ConnectionFactoryOptions getConnectionFactoryOptions() {
		return ConnectionFactoryOptions.builder()
			.option(ConnectionFactoryOptions.DRIVER, "postgresql")
			.option(ConnectionFactoryOptions.HOST, "127.0.0.1")
			.option(ConnectionFactoryOptions.PORT, this.server.port())
			.option(ConnectionFactoryOptions.DATABASE, PostgresCluster.NAME)
			.option(ConnectionFactoryOptions.USER, PostgresCluster.NAME)
			.option(ConnectionFactoryOptions.PASSWORD, this.password)
			.build();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
