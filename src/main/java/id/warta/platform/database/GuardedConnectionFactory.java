package id.warta.platform.database;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import reactor.core.publisher.Mono;

/**
 * Guards each connection, beneath the pool.
 *
 * @param connections PostgreSQL's
 */
record GuardedConnectionFactory(
		ConnectionFactory connections) implements ConnectionFactory, Wrapped<ConnectionFactory> {

	@Override
	public Mono<GuardedConnection> create() {
		return Mono.<Connection>from(this.connections.create())
			.map((connection) -> new GuardedConnection((PostgresqlConnection) connection));
	}

	@Override
	public ConnectionFactoryMetadata getMetadata() {
		return this.connections.getMetadata();
	}

	@Override
	public ConnectionFactory unwrap() {
		return this.connections;
	}

}
