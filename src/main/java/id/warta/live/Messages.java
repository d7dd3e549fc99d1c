package id.warta.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

import graphql.ExecutionResult;
import id.warta.eventlog.Delivery;
import id.warta.eventlog.Event;
import id.warta.eventlog.EventCursor;
import id.warta.eventlog.LogStream;
import id.warta.eventlog.Told;
import id.warta.platform.failure.Failure;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one operation has to say of each event: executed and encoded once, and kept for
 * those who come a little later.
 */
final class Messages {

	/** Longer than a PostgreSQL takes to restart. */
	private static final Retry WHILE_AWAY = Retry.backoff(6, Duration.ofMillis(100))
		.maxBackoff(Duration.ofSeconds(2))
		.filter(AwayException.class::isInstance);

	private final LogStream<?> log;

	private final EventExecution execution;

	private final MessageCache cache;

	private final JsonMapper json;

	private final InstantSource clock;

	Messages(LogStream<?> log, EventExecution execution, MessageCache cache, JsonMapper json, InstantSource clock) {
		this.log = log;
		this.execution = execution;
		this.cache = cache;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Something that an event is told with is away for the moment.
	 */
	private static final class AwayException extends RuntimeException {

		private final transient ExecutionResult result;

		AwayException(ExecutionResult result) {
			super("away", null, false, false);
			this.result = result;
		}

	}

	boolean wants(Event event) {
		return this.log.wanted().test(event);
	}

	/**
	 * An event's message. It never fails: what can't be read is null in it, and an error
	 * says so.
	 */
	CompletableFuture<Message> of(Event event, EventCursor cursor) {
		Message.Kind kind = this.log.last().test(event) ? Message.Kind.LAST_EVENT : Message.Kind.EVENT;
		return this.cache.get(new MessageCache.Key(this, event.position(), kind),
				() -> message(new Delivery(cursor, event.occurredAt(), event), kind));
	}

	/**
	 * The message that nothing has happened up to a place.
	 */
	CompletableFuture<Message> heartbeat(EventCursor cursor) {
		return this.cache.get(new MessageCache.Key(this, cursor.position(), Message.Kind.HEARTBEAT),
				() -> message(new Delivery(cursor, this.clock.instant(), null), Message.Kind.HEARTBEAT));
	}

	private Mono<Message> message(Delivery delivery, Message.Kind kind) {
		return Mono.fromSupplier(() -> new Told(this.log.payload().apply(delivery)))
			.flatMap(this.execution::execute)
			.flatMap(Messages::checked)
			.retryWhen(WHILE_AWAY)
			.onErrorResume((failure) -> Mono.just(failed(failure)))
			.map((result) -> new Message(delivery.cursor().position(), delivery.cursor().toString(),
					this.json.writeValueAsBytes(result.toSpecification()), kind));
	}

	private static Mono<ExecutionResult> checked(ExecutionResult result) {
		return result.getErrors().stream().anyMatch(Failure::isPassing) ? Mono.error(() -> new AwayException(result))
				: Mono.just(result);
	}

	private static ExecutionResult failed(Throwable failure) {
		return (failure.getCause() instanceof AwayException away) ? away.result
				: ExecutionResult.newExecutionResult().errors(StreamErrors.of(failure)).build();
	}

}
