package id.warta.identity.session;

import id.warta.platform.http.ClientNetwork;
import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Lets a sign-in know where it comes from, as far as proxies tell that are trusted.
 */
@Component
class NetworkInterceptor implements WebGraphQlInterceptor {

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		request.configureExecutionInput((input, builder) -> {
			input.getGraphQLContext().put(ClientNetwork.class, ClientNetwork.of(request.getRemoteAddress()));
			return input;
		});
		return chain.next(request);
	}

}
