package id.warta.platform.database;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

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
 * One use of a connection, between the pool's lending it and its return.
 * <ul>
 * <li>When the operation that uses it is given up, the statement that runs is cancelled
 * on the server. Its subscriber gets the error and returns the connection as ever.</li>
 * <li>When a statement's subscriber cancels, the driver reads on to the statement's end,
 * and the server runs on. If that end doesn't come soon, the statement is cancelled on
 * the server.</li>
 * </ul>
 * The return isn't done before the connection has answered again. If it doesn't, it is
 * closed, and the pool makes another one.
 */
class Lease {

	/** Enough for the end of a statement whose first row was all that was wanted. */
	private static final Duration SOON = Duration.ofMillis(250);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final int ATTEMPTS = 10;

	private final PostgresqlConnection connection;

	private final @Nullable Cancellation operation;

	private final Runnable abort = this::abort;

	private final AtomicInteger running = new AtomicInteger();

	private volatile boolean over;

	private volatile Mono<Void> settled = Mono.empty();

	Lease(PostgresqlConnection connection, @Nullable Cancellation operation) {
		this.connection = connection;
		this.operation = operation;
		if (operation != null) {
			operation.register(this.abort);
		}
	}

	/**
	 * Watches over a statement.
	 */
	Flux<Result> watch(Publisher<? extends Result> execution) {
		return Flux.defer(() -> {
			this.running.incrementAndGet();
			return Flux.from(isGivenUp() ? givenUp() : execution).doFinally(this::ended);
		});
	}

	private boolean isGivenUp() {
		return this.operation != null && this.operation.isCancelled();
	}

	private static Mono<Result> givenUp() {
		return Mono.error(() -> new CancellationException("The operation was given up"));
	}

	private void ended(SignalType signal) {
		this.running.decrementAndGet();
		if (signal == SignalType.CANCEL && !this.over) {
			settle(abandon());
		}
	}

	private void abort() {
		if (this.running.get() > 0) {
			settle(cancel().then());
		}
	}

	/**
	 * Ends the lease: done when the connection may be lent again. A subscriber that
	 * cancels returns the connection first and cancels its statement then.
	 */
	Mono<Void> end() {
		return Mono.defer(() -> {
			if (this.operation != null) {
				this.operation.unregister(this.abort);
			}
			this.over = true;
			return (this.running.get() > 0) ? this.settled.then(abandon()) : this.settled;
		});
	}

	/** It ends in bounded time, whether anybody waits for it or not. */
	private synchronized void settle(Mono<Void> settling) {
		Mono<Void> shared = this.settled.then(settling).cache();
		this.settled = shared;
		shared.subscribe();
	}

	private Mono<Void> abandon() {
		return answers().switchIfEmpty(cancel()).then();
	}

	/**
	 * Asks again and again, since a request that comes between two steps of a statement
	 * is ignored. A request is done when the server has passed it on, so that it can't
	 * hit the next lease's statement; it may hit the question.
	 */
	private Mono<Boolean> cancel() {
		return Mono.defer(this.connection::cancelRequest)
			.timeout(PATIENCE)
			.onErrorComplete()
			.then(answers())
			.repeatWhenEmpty(ATTEMPTS, Function.identity())
			.onErrorResume((ex) -> this.connection.close().timeout(PATIENCE).onErrorComplete().thenReturn(false));
	}

	/** True, or nothing. The question waits for all statements before it. */
	private Mono<Boolean> answers() {
		return this.connection.validate(ValidationDepth.REMOTE)
			.timeout(SOON, Mono.empty())
			.onErrorComplete()
			.filter(Boolean::booleanValue);
	}

}
