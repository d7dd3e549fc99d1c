package id.warta.embedded;

import java.io.IOException;

import io.r2dbc.spi.ConnectionFactoryOptions;

import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

/**
 * The embedded PostgreSQL, as far as a client needs to know.
 */
final class EmbeddedPostgres implements R2dbcConnectionDetails, AutoCloseable {

	private final HeldServer server;

	private final String password;

	EmbeddedPostgres(DataFolder data) throws IOException {
		PostgresCluster cluster = new PostgresCluster(data);
		this.server = HeldServer.of("PostgreSQL", data, () -> host(cluster, data).hold());
		this.password = cluster.password();
	}

	private static ServerHost host(PostgresCluster cluster, DataFolder data) throws IOException {
		Platform platform = Platform.current();
		PostgresServer server = new PostgresServer(cluster, new Binaries(data, platform).postgres());
		return platform.isWindows() ? new DetachedPostgres(server, data) : new KeeperHost(server, data);
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
