package id.warta.platform.failure;

import java.util.List;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import id.warta.platform.InvalidInputException;
import reactor.core.publisher.Mono;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;

/**
 * Makes an error of whatever has ended a subscription's stream and nobody else has
 * explained.
 */
class StreamErrors implements SubscriptionExceptionResolver {

	@Override
	public Mono<List<GraphQLError>> resolveException(Throwable exception) {
		return Mono.fromSupplier(() -> List.of(error(exception)));
	}

	private static GraphQLError error(Throwable exception) {
		// An input's constructor may refuse it, and is called by reflection
		return (NestedExceptionUtils.getMostSpecificCause(exception) instanceof InvalidInputException input)
				? GraphQlErrors.invalid(input, GraphqlErrorBuilder.newError())
				: GraphQlErrors.masked(exception, new Correlation());
	}

}
