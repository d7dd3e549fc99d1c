package id.warta.platform.operation;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;

/**
 * Responses that the engine has no part in, and streams that the responses to
 * subscriptions hold.
 */
final class Responses {

	private Responses() {
	}

	static WebGraphQlResponse of(WebGraphQlRequest request, ExecutionResult result) {
		return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), result));
	}

	/**
	 * The response to a subscription.
	 */
	static WebGraphQlResponse of(WebGraphQlRequest request, Flux<?> stream) {
		return of(request, ExecutionResultImpl.newExecutionResult().data(stream).build());
	}

	static boolean isStream(WebGraphQlResponse response) {
		return response.getData() instanceof Publisher<?>;
	}

	static Flux<?> stream(WebGraphQlResponse response) {
		Publisher<?> stream = response.getData();
		return (stream != null) ? Flux.from(stream) : Flux.empty();
	}

}
