package id.warta.platform.database;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import id.warta.platform.operation.Cancellation;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.ValidationDepth;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Watches over the statements of one connection.
 * <ul>
 * <li>When the operation that has borrowed the connection is given up, the statement that
 * runs is cancelled on the server. Its subscriber gets the error and closes the
 * connection as ever.</li>
 * <li>When a statement's subscriber cancels, the driver reads on to the statement's end,
 * and the server runs on. If that end doesn't come soon, the statement is cancelled on
 * the server.</li>
 * </ul>
 * The connection goes back to the pool only when it has answered afterwards; else it is
 * closed, and the pool makes another one.
 */
class Guard {

	/** Enough for the end of a statement whose first row was all that was wanted. */
	private static final Duration SOON = Duration.ofMillis(100);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final PostgresqlConnection connection;

	private final AtomicInteger running = new AtomicInteger();

	private final Runnable abort = this::abort;

	private volatile @Nullable Cancellation operation;

	private volatile Mono<Void> settled = Mono.empty();

	Guard(PostgresqlConnection connection) {
		this.connection = connection;
	}

	/**
	 * To do when the connection is borrowed.
	 */
	Mono<Void> borrowed() {
		return Mono.deferContextual((context) -> {
			Cancellation borrower = Cancellation.of(context);
			this.operation = borrower;
			if (borrower != null) {
				borrower.register(this.abort);
			}
			return Mono.empty();
		});
	}

	/**
	 * To do before the connection may be lent again.
	 */
	Mono<Void> returned() {
		return Mono.defer(() -> {
			Cancellation borrower = this.operation;
			if (borrower != null) {
				borrower.unregister(this.abort);
			}
			this.operation = null;
			Mono<Void> settling = this.settled;
			this.settled = Mono.empty();
			return settling;
		});
	}

	/**
	 * The results of a statement that is watched over.
	 */
	Flux<Result> watch(Publisher<? extends Result> execution) {
		return Flux.defer(() -> {
			this.running.incrementAndGet();
			return Flux.from(isGivenUp() ? givenUp() : execution).doFinally(this::ended);
		});
	}

	private boolean isGivenUp() {
		Cancellation borrower = this.operation;
		return borrower != null && borrower.isCancelled();
	}

	private static Mono<Result> givenUp() {
		return Mono.error(() -> new CancellationException("The operation was given up"));
	}

	private void ended(SignalType signal) {
		this.running.decrementAndGet();
		if (signal == SignalType.CANCEL) {
			settle(answers(SOON).flatMap((answers) -> answers ? Mono.<Void>empty() : cancel()));
		}
	}

	private void abort() {
		if (this.running.get() > 0) {
			settle(cancel());
		}
	}

	/** It ends in bounded time, whether anybody returns the connection or not. */
	private synchronized void settle(Mono<Void> settling) {
		Mono<Void> shared = this.settled.then(settling).cache();
		this.settled = shared;
		shared.subscribe();
	}

	/**
	 * The request is done when the server has passed it on, so that it can't hit the next
	 * borrower's statement.
	 */
	private Mono<Void> cancel() {
		return this.connection.cancelRequest()
			.timeout(PATIENCE)
			.onErrorComplete()
			.then(answers(PATIENCE))
			.flatMap((answers) -> answers ? Mono.empty() : this.connection.close().timeout(PATIENCE))
			.onErrorComplete();
	}

	/** The question waits for all statements before it. */
	private Mono<Boolean> answers(Duration patience) {
		return this.connection.validate(ValidationDepth.REMOTE)
			.timeout(patience, Mono.just(false))
			.onErrorReturn(false);
	}

}
