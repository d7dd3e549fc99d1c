package id.warta.live.sse;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import id.warta.live.Admission.Admitted;
import id.warta.live.ConnectionProperties;
import id.warta.platform.access.AccessException;
import id.warta.platform.access.Bearers;
import id.warta.platform.access.SignedIn;
import id.warta.platform.failure.GraphQlErrors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink.OverflowStrategy;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * What event streams hold, and what all of them have in common: one thread that tells
 * them.
 */
@Component
@ConditionalOnWebApplication
class EventStreams implements DisposableBean {

	private static final Duration LOOK = Duration.ofSeconds(1);

	private final ConnectionProperties properties;

	private final Bearers bearers;

	private final JsonMapper json;

	private final Scheduler teller = Schedulers.newSingle("warta-event-streams", true);

	/** One object, since subscribers are told together by it. */
	private final Executor executor = this.teller::schedule;

	EventStreams(ConnectionProperties properties, Bearers bearers, JsonMapper json) {
		this.properties = properties;
		this.bearers = bearers;
		this.json = json;
	}

	Executor executor() {
		return this.executor;
	}

	Duration retry() {
		return this.properties.retry();
	}

	/**
	 * A subscription's events. A comment goes out at once, so that the client sees that
	 * it is connected, and again and again, so that nobody on the way takes the silence
	 * for an end.
	 * @param signedIn whose it is; null for a reader
	 */
	Flux<byte[]> of(Admitted admitted, @Nullable SignedIn signedIn) {
		Flux<byte[]> events = Flux.create((sink) -> new EventStreamOutlet(this, sink).join(admitted),
				OverflowStrategy.BUFFER);
		Flux<byte[]> comments = Flux.interval(this.properties.keepAlive())
			.onBackpressureDrop()
			.map((tick) -> ServerSentEvents.comment());
		Flux<byte[]> end = (signedIn != null) ? end(signedIn) : Flux.never();
		return Flux.merge(events.materialize(), comments.materialize(), end.materialize())
			.takeUntil((signal) -> !signal.isOnNext())
			.<byte[]>dematerialize()
			.startWith(ServerSentEvents.comment());
	}

	/** What is told once somebody's token is no longer accepted, or they may do less. */
	private Flux<byte[]> end(SignedIn signedIn) {
		return Flux.interval(LOOK)
			.onBackpressureDrop()
			.mapNotNull((tick) -> refusal(signedIn))
			.next()
			.flatMapIterable((refusal) -> errors(List.of(GraphQlErrors.of(refusal))));
	}

	private @Nullable AccessException refusal(SignedIn known) {
		try {
			boolean same = this.bearers.current(known).viewer().permissions().equals(known.viewer().permissions());
			return same ? null : AccessException.changed();
		}
		catch (AccessException ex) {
			return ex;
		}
	}

	/**
	 * The answer to a query or a mutation.
	 */
	Flux<byte[]> of(WebGraphQlResponse response) {
		return Flux.just(ServerSentEvents.next(null, this.json.writeValueAsBytes(response.toMap())),
				ServerSentEvents.complete());
	}

	/**
	 * The end by an error. One that says where to go on from has that as its id, so that
	 * an {@code EventSource} does so by itself.
	 */
	List<byte[]> errors(List<GraphQLError> errors) {
		String cursor = errors.stream()
			.map((error) -> (error.getExtensions() != null) ? error.getExtensions().get("cursor") : null)
			.filter(String.class::isInstance)
			.map(String.class::cast)
			.findFirst()
			.orElse(null);
		byte[] result = this.json
			.writeValueAsBytes(ExecutionResult.newExecutionResult().errors(errors).build().toSpecification());
		return List.of(ServerSentEvents.next(cursor, result), ServerSentEvents.complete());
	}

	@Override
	public void destroy() {
		this.teller.dispose();
	}

}
