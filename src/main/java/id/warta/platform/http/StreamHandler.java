package id.warta.platform.http;

import java.time.Duration;
import java.util.Map;

import graphql.ExecutionResult;
import id.warta.platform.failure.Correlation;
import id.warta.platform.failure.GraphQlErrors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webflux.GraphQlSseHandler;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Answers over server-sent events, as the GraphQL over SSE protocol has it in its mode of
 * distinct connections. A comment goes out at once, so that the client sees that it is
 * connected, and again and again, so that nobody on the way takes the silence for an end.
 */
class StreamHandler extends GraphQlSseHandler {

	private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

	private final WebGraphQlHandler handler;

	private final Duration keepAlive;

	StreamHandler(WebGraphQlHandler handler, @Nullable Duration keepAlive) {
		super(handler);
		this.handler = handler;
		this.keepAlive = (keepAlive != null) ? keepAlive : KEEP_ALIVE;
	}

	@Override
	public Mono<ServerResponse> handleRequest(ServerRequest request) {
		return RequestReader.read(request)
			.flatMap(this.handler::handleRequest)
			.flatMap((response) -> prepareResponse(request, response));
	}

	@Override
	protected Mono<ServerResponse> prepareResponse(ServerRequest request, WebGraphQlResponse response) {
		return ServerResponse.ok()
			.contentType(MediaType.TEXT_EVENT_STREAM)
			.body(BodyInserters.fromServerSentEvents(events(response)));
	}

	private Flux<ServerSentEvent<Map<String, Object>>> events(WebGraphQlResponse response) {
		return results(response).map((result) -> ServerSentEvent.builder(result).event("next").build())
			.concatWithValues(ServerSentEvent.<Map<String, Object>>builder(Map.of()).event("complete").build())
			.mergeWith(comments())
			.takeUntil((event) -> "complete".equals(event.event()));
	}

	private static Flux<Map<String, Object>> results(WebGraphQlResponse response) {
		return (response.getData() instanceof Publisher<?> stream) ? Flux.from(stream)
			.cast(ExecutionResult.class)
			.map(ExecutionResult::toSpecification)
			.onErrorResume((failure) -> Mono.just(errors(failure))) : Flux.just(response.toMap());
	}

	private static Map<String, Object> errors(Throwable failure) {
		return (failure instanceof SubscriptionPublisherException known) ? known.toMap()
				: ExecutionResult.newExecutionResult()
					.addError(GraphQlErrors.masked(failure, new Correlation()))
					.build()
					.toSpecification();
	}

	private Flux<ServerSentEvent<Map<String, Object>>> comments() {
		return Flux.interval(Duration.ZERO, this.keepAlive)
			.onBackpressureDrop()
			.map((tick) -> ServerSentEvent.<Map<String, Object>>builder().comment("").build());
	}

}
