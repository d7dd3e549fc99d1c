package id.warta.live;

import java.time.Duration;
import java.util.UUID;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import id.warta.eventlog.Told;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;

/**
 * Executes a subscription's operation for one event at a time, each time as an operation
 * of its own: with fresh data loaders, within the limits of any other.
 */
final class EventExecution {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final WebGraphQlHandler handler;

	private final WebGraphQlRequest request;

	EventExecution(WebGraphQlHandler handler, WebGraphQlRequest request) {
		this.handler = handler;
		this.request = request;
	}

	/**
	 * What the operation says of one event.
	 */
	Mono<ExecutionResult> execute(Told told) {
		return this.handler.handleRequest(with(this.request, told)).flatMap(EventExecution::only).timeout(PATIENCE);
	}

	private static Mono<ExecutionResult> only(WebGraphQlResponse response) {
		return (response.getData() instanceof Publisher<?> events)
				? Flux.from(events).next().cast(ExecutionResult.class)
				: Mono.just(ExecutionResultImpl.newExecutionResult().from(response.getExecutionResult()).build());
	}

	/**
	 * The same request again, with something in its operation's context under its class.
	 */
	static WebGraphQlRequest with(WebGraphQlRequest request, Object value) {
		WebGraphQlRequest copy = new WebGraphQlRequest(request.getUri().toUri(), request.getHeaders(),
				request.getCookies(), request.getRemoteAddress(), request.getAttributes(), request,
				UUID.randomUUID().toString(), request.getLocale());
		copy.configureExecutionInput((input, builder) -> {
			input.getGraphQLContext().put(value.getClass(), value);
			return input;
		});
		return copy;
	}

}
