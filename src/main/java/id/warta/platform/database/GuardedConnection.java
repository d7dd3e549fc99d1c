package id.warta.platform.database;

import java.time.Duration;

import id.warta.platform.operation.Cancellation;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Lifecycle;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A connection whose statements are watched over, in one {@link Lease} after another.
 */
final class GuardedConnection implements Connection, Lifecycle, Wrapped<Connection> {

	private final PostgresqlConnection connection;

	private volatile Lease lease;

	GuardedConnection(PostgresqlConnection connection) {
		this.connection = connection;
		this.lease = new Lease(connection, null);
	}

	/**
	 * Whether the connection is known to be closed. Asks nobody.
	 */
	boolean isClosed() {
		return !this.connection.validate(ValidationDepth.LOCAL).toFuture().getNow(false);
	}

	@Override
	public Publisher<Void> postAllocate() {
		return Mono.deferContextual((context) -> {
			this.lease = new Lease(this.connection, Cancellation.of(context));
			return Mono.empty();
		});
	}

	@Override
	public Publisher<Void> preRelease() {
		return this.lease.end();
	}

	@Override
	public Statement createStatement(String sql) {
		return new GuardedStatement(this.connection.createStatement(sql), this.lease);
	}

	@Override
	public Batch createBatch() {
		return new GuardedBatch(this.connection.createBatch(), this.lease);
	}

	@Override
	public Publisher<Void> beginTransaction() {
		return this.connection.beginTransaction();
	}

	@Override
	public Publisher<Void> beginTransaction(TransactionDefinition definition) {
		return this.connection.beginTransaction(definition);
	}

	@Override
	public Publisher<Void> commitTransaction() {
		return this.connection.commitTransaction();
	}

	@Override
	public Publisher<Void> rollbackTransaction() {
		return this.connection.rollbackTransaction();
	}

	@Override
	public Publisher<Void> createSavepoint(String name) {
		return this.connection.createSavepoint(name);
	}

	@Override
	public Publisher<Void> releaseSavepoint(String name) {
		return this.connection.releaseSavepoint(name);
	}

	@Override
	public Publisher<Void> rollbackTransactionToSavepoint(String name) {
		return this.connection.rollbackTransactionToSavepoint(name);
	}

	@Override
	public boolean isAutoCommit() {
		return this.connection.isAutoCommit();
	}

	@Override
	public Publisher<Void> setAutoCommit(boolean autoCommit) {
		return this.connection.setAutoCommit(autoCommit);
	}

	@Override
	public Publisher<Void> setLockWaitTimeout(Duration timeout) {
		return this.connection.setLockWaitTimeout(timeout);
	}

	@Override
	public Publisher<Void> setStatementTimeout(Duration timeout) {
		return this.connection.setStatementTimeout(timeout);
	}

	@Override
	public IsolationLevel getTransactionIsolationLevel() {
		return this.connection.getTransactionIsolationLevel();
	}

	@Override
	public Publisher<Void> setTransactionIsolationLevel(IsolationLevel isolationLevel) {
		return this.connection.setTransactionIsolationLevel(isolationLevel);
	}

	@Override
	public ConnectionMetadata getMetadata() {
		return this.connection.getMetadata();
	}

	@Override
	public Publisher<Boolean> validate(ValidationDepth depth) {
		return this.connection.validate(depth);
	}

	@Override
	public Publisher<Void> close() {
		return this.connection.close();
	}

	@Override
	public Connection unwrap() {
		return this.connection;
	}

	@Override
	public String toString() {
		return this.connection.toString();
	}

}
