package id.warta.platform.http;

import java.util.List;

import id.warta.platform.failure.Failure;
import reactor.core.publisher.Mono;

import org.springframework.graphql.MediaTypes;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webflux.GraphQlHttpHandler;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Answers queries and mutations over HTTP, with the type and the status that GraphQL over
 * HTTP wants, whatever parameters the types asked for have.
 */
class AnswerHandler extends GraphQlHttpHandler {

	private static final List<MediaType> OFFERED = List.of(MediaTypes.APPLICATION_GRAPHQL_RESPONSE,
			MediaType.APPLICATION_JSON);

	private final WebGraphQlHandler handler;

	AnswerHandler(WebGraphQlHandler handler) {
		super(handler);
		this.handler = handler;
	}

	@Override
	public Mono<ServerResponse> handleRequest(ServerRequest request) {
		return RequestReader.read(request)
			.flatMap(this.handler::handleRequest)
			.flatMap((response) -> prepareResponse(request, response));
	}

	@Override
	protected Mono<ServerResponse> prepareResponse(ServerRequest request, WebGraphQlResponse response) {
		MediaType type = request.headers()
			.accept()
			.stream()
			.flatMap((accepted) -> OFFERED.stream().filter(accepted::equalsTypeAndSubtype))
			.findFirst()
			.orElse(MediaType.APPLICATION_JSON);
		return ServerResponse.status(selectResponseStatus(response, type))
			.headers((headers) -> headers.putAll(response.getResponseHeaders()))
			.contentType(type)
			.bodyValue(response.toMap());
	}

	@Override
	protected HttpStatus selectResponseStatus(WebGraphQlResponse response, MediaType responseMediaType) {
		HttpStatus status = super.selectResponseStatus(response, responseMediaType);
		return (status == HttpStatus.BAD_REQUEST && response.getErrors().stream().anyMatch(AnswerHandler::isTimeout))
				? HttpStatus.SERVICE_UNAVAILABLE : status;
	}

	private static boolean isTimeout(ResponseError error) {
		return Failure.TIMEOUT.name().equals(error.getExtensions().get("code"));
	}

}
