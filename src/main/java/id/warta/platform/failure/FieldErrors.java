package id.warta.platform.failure;

import java.util.List;
import java.util.Set;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.AccessException;
import reactor.core.publisher.Mono;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.validation.BindException;

/**
 * Makes an error of whatever a field has thrown and nobody else has explained.
 */
class FieldErrors implements DataFetcherExceptionResolver {

	@Override
	public Mono<List<GraphQLError>> resolveException(Throwable exception, DataFetchingEnvironment environment) {
		return Mono.fromSupplier(() -> List.of(error(exception, environment)));
	}

	private static GraphQLError error(Throwable exception, DataFetchingEnvironment environment) {
		GraphqlErrorBuilder<?> error = GraphqlErrorBuilder.newError(environment);
		// An input's constructor may refuse it, and is called by reflection
		if (NestedExceptionUtils.getMostSpecificCause(exception) instanceof InvalidInputException input) {
			return GraphQlErrors.invalid(input, error);
		}
		if (exception instanceof AccessException refusal) {
			return GraphQlErrors.refused(refusal, error);
		}
		if (exception instanceof BindException) {
			return GraphQlErrors.invalid(unbound(environment), error);
		}
		return GraphQlErrors.masked(exception, Correlation.of(environment.getGraphQlContext()), error);
	}

	/** The exception doesn't say which argument it was. */
	private static InvalidInputException unbound(DataFetchingEnvironment environment) {
		Set<String> arguments = environment.getArguments().keySet();
		String only = (arguments.size() == 1) ? arguments.iterator().next() : null;
		return new InvalidInputException("BAD_ARGUMENT", only, "An argument has a value that can't be read");
	}

}
