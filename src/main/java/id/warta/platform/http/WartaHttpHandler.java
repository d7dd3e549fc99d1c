package id.warta.platform.http;

import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webflux.GraphQlHttpHandler;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebInputException;

/**
 * GraphQL over HTTP, which the stock handler answers with nothing at all if the body is
 * empty or {@code null}.
 */
class WartaHttpHandler extends GraphQlHttpHandler {

	WartaHttpHandler(WebGraphQlHandler handler) {
		super(handler);
	}

	@Override
	public Mono<ServerResponse> handleRequest(ServerRequest request) {
		return super.handleRequest(request)
			.switchIfEmpty(Mono.error(() -> new ServerWebInputException("the body is empty")));
	}

}
