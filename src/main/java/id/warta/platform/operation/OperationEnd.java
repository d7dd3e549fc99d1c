package id.warta.platform.operation;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import graphql.ExecutionResultImpl;
import id.warta.platform.failure.Correlation;
import id.warta.platform.failure.GraphQlErrors;
import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;

/**
 * Gives an operation up when its client leaves or its time is over, with all that it has
 * begun.
 */
class OperationEnd implements WebGraphQlInterceptor {

	private final Duration timeout;

	OperationEnd(Duration timeout) {
		this.timeout = timeout;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return Mono.defer(() -> {
			Cancellation cancellation = new Cancellation();
			return chain.next(request)
				.contextWrite(cancellation::writeTo)
				.map((response) -> streamEndsToo(response, cancellation))
				.doOnCancel(cancellation::cancel)
				.timeout(this.timeout, Mono.fromSupplier(() -> timedOut(request)));
		});
	}

	private static WebGraphQlResponse streamEndsToo(WebGraphQlResponse response, Cancellation cancellation) {
		return Responses.isStream(response)
				? response
					.transform((builder) -> builder.data(Responses.stream(response).doOnCancel(cancellation::cancel)))
				: response;
	}

	private WebGraphQlResponse timedOut(WebGraphQlRequest request) {
		TimeoutException failure = new TimeoutException("An operation took more than " + this.timeout);
		return Responses.of(request,
				ExecutionResultImpl.newExecutionResult()
					.addError(GraphQlErrors.masked(failure, new Correlation()))
					.build());
	}

}
