package id.warta.platform.http;

import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Lets an operation know who sent it, by HTTP or over a WebSocket.
 */
@Component
class ReaderInterceptor implements WebGraphQlInterceptor {

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		request.configureExecutionInput((input, builder) -> {
			input.getGraphQLContext().put(Reader.class, Reader.of(request.getHeaders(), request.getRemoteAddress()));
			return input;
		});
		return chain.next(request);
	}

}
