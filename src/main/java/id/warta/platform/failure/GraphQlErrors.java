package id.warta.platform.failure;

import java.util.LinkedHashMap;
import java.util.Map;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.AccessException;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.graphql.execution.ErrorType;

/**
 * Errors as GraphQL's answers carry them.
 */
public final class GraphQlErrors {

	private GraphQlErrors() {
	}

	/**
	 * An error with a code.
	 * @param code what a program reads
	 * @param message what a person reads
	 */
	public static GraphQLError of(String code, String message) {
		return GraphqlErrorBuilder.newError()
			.message("%s", message)
			.errorType(ErrorType.BAD_REQUEST)
			.extensions(Map.of("code", code))
			.build();
	}

	/**
	 * What a client sees of a failure that belongs to no field: input is shown as it is,
	 * anything else is logged and masked.
	 */
	public static GraphQLError of(Throwable failure) {
		// An input's constructor may refuse it, and is called by reflection
		if (failure instanceof AccessException refusal) {
			return refused(refusal, GraphqlErrorBuilder.newError());
		}
		return (NestedExceptionUtils.getMostSpecificCause(failure) instanceof InvalidInputException input)
				? invalid(input, GraphqlErrorBuilder.newError()) : masked(failure, new Correlation());
	}

	/**
	 * A failure: logged, and masked but for its kind.
	 */
	public static GraphQLError masked(Throwable failure, Correlation correlation) {
		return masked(failure, correlation, GraphqlErrorBuilder.newError());
	}

	static GraphQLError masked(Throwable failure, Correlation correlation, GraphqlErrorBuilder<?> error) {
		Failure kind = Failure.of(failure);
		correlation.log(kind, failure);
		return masked(kind, correlation, error);
	}

	static GraphQLError masked(Failure kind, Correlation correlation, GraphqlErrorBuilder<?> error) {
		return error.message("%s", kind.message())
			.errorType(ErrorType.INTERNAL_ERROR)
			.extensions(Map.of("code", kind.name(), "correlationId", correlation.id()))
			.build();
	}

	static GraphQLError refused(AccessException refusal, GraphqlErrorBuilder<?> error) {
		return error.message("%s", refusal.getMessage())
			.errorType(refusal.code().equals("FORBIDDEN") ? ErrorType.FORBIDDEN : ErrorType.UNAUTHORIZED)
			.extensions(Map.of("code", refusal.code()))
			.build();
	}

	static GraphQLError invalid(InvalidInputException input, GraphqlErrorBuilder<?> error) {
		Map<String, Object> extensions = new LinkedHashMap<>();
		extensions.put("code", input.code());
		String argument = input.argument();
		if (argument != null) {
			extensions.put("argument", argument);
		}
		ErrorClassification classification = ErrorType.BAD_REQUEST;
		return error.message("%s", input.getMessage()).errorType(classification).extensions(extensions).build();
	}

}
