package id.warta.platform.operation;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import graphql.GraphQLError;
import id.warta.platform.failure.GraphQlErrors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;

/**
 * Bounds the live operations of a WebSocket: the handler takes messages in only as long
 * as it has room for all that they have begun, and freezes then.
 */
class ConnectionShare implements WebGraphQlInterceptor {

	private static final String LIVE = ConnectionShare.class.getName();

	private final int limit;

	ConnectionShare(int limit) {
		this.limit = limit;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return (request instanceof WebSocketGraphQlRequest message) ? intercept(message, live(message), chain)
				: chain.next(request);
	}

	private static AtomicInteger live(WebSocketGraphQlRequest request) {
		return (AtomicInteger) request.getSessionInfo()
			.getAttributes()
			.computeIfAbsent(LIVE, (key) -> new AtomicInteger());
	}

	private Mono<WebGraphQlResponse> intercept(WebSocketGraphQlRequest request, AtomicInteger live, Chain chain) {
		return Mono.defer(() -> {
			if (live.incrementAndGet() > this.limit) {
				live.decrementAndGet();
				return Mono.just(Responses.of(request, Flux.error(this::tooMany)));
			}
			Runnable end = once(live::decrementAndGet);
			return chain.next(request)
				.map((response) -> untilEnd(response, end))
				.doOnError((ex) -> end.run())
				.doOnCancel(end);
		});
	}

	private static Runnable once(Runnable action) {
		AtomicBoolean done = new AtomicBoolean();
		return () -> {
			if (done.compareAndSet(false, true)) {
				action.run();
			}
		};
	}

	private static WebGraphQlResponse untilEnd(WebGraphQlResponse response, Runnable end) {
		if (Responses.isStream(response)) {
			return response
				.transform((builder) -> builder.data(Responses.stream(response).doFinally((signal) -> end.run())));
		}
		end.run();
		return response;
	}

	private SubscriptionPublisherException tooMany() {
		GraphQLError error = GraphQlErrors.of("TOO_MANY_OPERATIONS",
				"At most " + this.limit + " operations at a time on one connection");
		return new SubscriptionPublisherException(List.of(error), new IllegalStateException(error.getMessage()));
	}

}
