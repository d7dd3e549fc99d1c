package id.warta.platform.failure;

import java.util.List;

import graphql.GraphQLError;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.SubscriptionExceptionResolver;

/**
 * Makes an error of whatever has ended a subscription's stream and nobody else has
 * explained.
 */
class StreamErrors implements SubscriptionExceptionResolver {

	@Override
	public Mono<List<GraphQLError>> resolveException(Throwable exception) {
		return Mono.fromSupplier(() -> List.of(GraphQlErrors.of(exception)));
	}

}
