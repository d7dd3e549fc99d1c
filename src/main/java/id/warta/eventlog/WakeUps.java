package id.warta.eventlog;

import java.time.Duration;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.stereotype.Component;

/**
 * PostgreSQL's word that the log has grown, over a connection of its own. It may be lost:
 * a reason to look, never to rely on.
 */
@Component
class WakeUps {

	private static final Logger log = LoggerFactory.getLogger(WakeUps.class);

	private static final Duration CHECK = Duration.ofSeconds(10);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final Retry FOR_EVER = Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
		.maxBackoff(Duration.ofSeconds(2))
		.transientErrors(true)
		.doBeforeRetry((retry) -> log.debug("Listening to PostgreSQL again", retry.failure()));

	private final ConnectionFactory connections;

	private volatile boolean listening;

	WakeUps(ConnectionFactory connections) {
		this.connections = unpooled(connections);
	}

	static ConnectionFactory unpooled(ConnectionFactory connections) {
		return (connections instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof ConnectionFactory inner)
				? unpooled(inner) : connections;
	}

	/**
	 * Something each time that the log may have grown; also once it listens, as it may
	 * have missed something before. Never ends.
	 */
	Flux<String> reasons() {
		return Flux.usingWhen(this.connections.create(), (connection) -> listen(postgresql(connection)), WakeUps::close)
			.doFinally((end) -> this.listening = false)
			.retryWhen(FOR_EVER);
	}

	private static PostgresqlConnection postgresql(Connection connection) {
		return (connection instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof Connection inner)
				? postgresql(inner) : (PostgresqlConnection) connection;
	}

	private Flux<String> listen(PostgresqlConnection connection) {
		Mono<String> listened = connection.createStatement("listen event_log")
			.execute()
			.flatMap((result) -> result.getRowsUpdated())
			.then(Mono.fromSupplier(() -> {
				this.listening = true;
				return "listening";
			}));
		return Flux.merge(connection.getNotifications().map(Notification::getName).concatWith(lost()), listened,
				checks(connection));
	}

	/** A frozen server sends nothing, not even an error. */
	private static Flux<String> checks(PostgresqlConnection connection) {
		return Flux.interval(CHECK)
			.onBackpressureDrop()
			.concatMap((tick) -> connection.validate(ValidationDepth.REMOTE).timeout(PATIENCE))
			.flatMap((alive) -> alive ? Mono.<String>empty() : lost());
	}

	private static Mono<String> lost() {
		return Mono.error(() -> new IllegalStateException("The connection that listens was closed"));
	}

	private static Mono<Void> close(Connection connection) {
		return Mono.from(connection.close()).timeout(PATIENCE).onErrorComplete();
	}

	boolean isListening() {
		return this.listening;
	}

}
