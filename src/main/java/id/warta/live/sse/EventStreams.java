package id.warta.live.sse;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import id.warta.live.Admission.Admitted;
import id.warta.live.ConnectionProperties;
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

	private final ConnectionProperties properties;

	private final JsonMapper json;

	private final Scheduler teller = Schedulers.newSingle("warta-event-streams", true);

	/** One object, since subscribers are told together by it. */
	private final Executor executor = this.teller::schedule;

	EventStreams(ConnectionProperties properties, JsonMapper json) {
		this.properties = properties;
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
	 */
	Flux<byte[]> of(Admitted admitted) {
		Flux<byte[]> events = Flux.create((sink) -> new EventStreamOutlet(this, sink).join(admitted),
				OverflowStrategy.BUFFER);
		Flux<byte[]> comments = Flux.interval(this.properties.keepAlive())
			.onBackpressureDrop()
			.map((tick) -> ServerSentEvents.comment());
		return events.materialize()
			.mergeWith(comments.materialize())
			.takeUntil((signal) -> !signal.isOnNext())
			.<byte[]>dematerialize()
			.startWith(ServerSentEvents.comment());
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
