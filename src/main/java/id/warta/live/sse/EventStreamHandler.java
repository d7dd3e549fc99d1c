package id.warta.live.sse;

import java.util.List;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import id.warta.live.Admission;
import id.warta.live.Admission.Admitted;
import id.warta.live.Admission.Answered;
import id.warta.live.Admission.Refused;
import id.warta.live.Clients;
import id.warta.live.Subscriptions;
import id.warta.platform.access.SignedIn;
import id.warta.platform.failure.Failure;
import id.warta.platform.http.RequestReader;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.webflux.GraphQlSseHandler;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Answers by event streams, in the protocol's mode of distinct connections. What can't be
 * told at all is refused by HTTP's own means, which ends an {@code EventSource}.
 */
class EventStreamHandler extends GraphQlSseHandler {

	private static final String LAST_EVENT_ID = "Last-Event-ID";

	private final Subscriptions subscriptions;

	private final Clients clients;

	private final EventStreams streams;

	EventStreamHandler(WebGraphQlHandler handler, Subscriptions subscriptions, Clients clients, EventStreams streams) {
		super(handler);
		this.subscriptions = subscriptions;
		this.clients = clients;
		this.streams = streams;
	}

	@Override
	public Mono<ServerResponse> handleRequest(ServerRequest request) {
		return handle(request, RequestReader.read(request));
	}

	/**
	 * Answers a request by GET, as an {@code EventSource} sends it: it can't change
	 * anything.
	 */
	Mono<ServerResponse> handleGet(ServerRequest request) {
		return handle(request, RequestReader.readQuery(request));
	}

	private Mono<ServerResponse> handle(ServerRequest request, Mono<WebGraphQlRequest> read) {
		String lastEventId = request.headers().firstHeader(LAST_EVENT_ID);
		if (lastEventId != null && ServerSentEvents.isFinal(lastEventId)) {
			return ServerResponse.noContent().build();
		}
		Clients.Client client = this.clients.enter(request.remoteAddress().orElse(null));
		if (!client.isAdmitted()) {
			return refuse(HttpStatus.TOO_MANY_REQUESTS, List.of(client.tooManyConnections()));
		}
		whenOver(request, client::leave);
		return read.flatMap((graphQl) -> this.subscriptions.admit(graphQl, resume(lastEventId)))
			.flatMap((admission) -> answer(admission, client, SignedIn.in(request.attributes())))
			.doOnError((failure) -> client.leave());
	}

	/** However it ends, whether it was answered or not. */
	private static void whenOver(ServerRequest request, Runnable action) {
		if (ServerHttpRequestDecorator
			.getNativeRequest(request.exchange().getRequest()) instanceof HttpServerRequest http) {
			http.withConnection((connection) -> connection.onTerminate().subscribe(null, (ex) -> action.run(), action));
		}
	}

	private static @Nullable String resume(@Nullable String lastEventId) {
		return (lastEventId == null || lastEventId.isEmpty()) ? null : lastEventId;
	}

	private Mono<ServerResponse> answer(Admission admission, Clients.Client client, @Nullable SignedIn signedIn) {
		if (admission instanceof Admitted admitted) {
			return stream(client, admitted, signedIn);
		}
		client.leave();
		if (admission instanceof Refused refused) {
			return refused.errors().stream().anyMatch(EventStreamHandler::saysWhereToGoOn)
					? stream(Flux.fromIterable(this.streams.errors(refused.errors()))) : refuse(refused.errors());
		}
		Answered answered = (Answered) admission;
		return answered.response().getExecutionResult().isDataPresent() ? stream(this.streams.of(answered.response()))
				: refuse(answered.response().getExecutionResult().getErrors());
	}

	/** A connection of its own for each: no other limit than that of connections. */
	private Mono<ServerResponse> stream(Clients.Client client, Admitted admitted, @Nullable SignedIn signedIn) {
		return stream(this.streams.of(admitted, signedIn).doFinally((end) -> client.leave()));
	}

	private static Mono<ServerResponse> stream(Flux<byte[]> events) {
		return ServerResponse.ok()
			.contentType(MediaType.TEXT_EVENT_STREAM)
			.cacheControl(CacheControl.noStore())
			.header("X-Accel-Buffering", "no")
			.body((response, context) -> response
				.writeAndFlushWith(events.map((event) -> Mono.just(response.bufferFactory().wrap(event)))));
	}

	private static boolean saysWhereToGoOn(GraphQLError error) {
		return error.getExtensions() != null && error.getExtensions().containsKey("cursor");
	}

	private static Mono<ServerResponse> refuse(List<GraphQLError> errors) {
		return refuse(
				errors.stream().anyMatch(Failure::isPassing) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_REQUEST,
				errors);
	}

	private static Mono<ServerResponse> refuse(HttpStatus status, List<GraphQLError> errors) {
		return ServerResponse.status(status)
			.contentType(MediaType.APPLICATION_JSON)
			.cacheControl(CacheControl.noStore())
			.bodyValue(ExecutionResult.newExecutionResult().errors(errors).build().toSpecification());
	}

}
