package id.warta.platform.access;

import graphql.GraphQLContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Lets an operation know who asks, over HTTP or a WebSocket alike: whoever has verified
 * the token left it with the request.
 */
@Component
class ViewerInterceptor implements WebGraphQlInterceptor {

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		SignedIn known = SignedIn.in(request.getAttributes());
		request.configureExecutionInput((input, builder) -> {
			put(known, input.getGraphQLContext());
			return input;
		});
		return chain.next(request);
	}

	private static void put(@Nullable SignedIn known, GraphQLContext operation) {
		operation.put(Viewer.class, (known != null) ? known.viewer() : Viewer.READER);
		if (known != null) {
			operation.put(SignedIn.class, known);
		}
	}

}
