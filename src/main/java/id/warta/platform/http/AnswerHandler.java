package id.warta.platform.http;

import id.warta.platform.failure.Failure;
import reactor.core.publisher.Mono;

import org.springframework.graphql.ResponseError;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webflux.GraphQlHttpHandler;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Answers queries and mutations over HTTP, with the status that GraphQL over HTTP wants.
 */
class AnswerHandler extends GraphQlHttpHandler {

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
	protected HttpStatus selectResponseStatus(WebGraphQlResponse response, MediaType responseMediaType) {
		HttpStatus status = super.selectResponseStatus(response, responseMediaType);
		return (status == HttpStatus.BAD_REQUEST && response.getErrors().stream().anyMatch(AnswerHandler::isTimeout))
				? HttpStatus.SERVICE_UNAVAILABLE : status;
	}

	private static boolean isTimeout(ResponseError error) {
		return Failure.TIMEOUT.name().equals(error.getExtensions().get("code"));
	}

}
