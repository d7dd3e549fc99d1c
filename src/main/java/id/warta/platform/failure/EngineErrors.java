package id.warta.platform.failure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the errors of GraphQL's engine itself a code and a bound: their messages repeat
 * what the client sent, however long, and there may be a hundred of them.
 */
class EngineErrors extends SimplePerformantInstrumentation {

	private static final Logger log = LoggerFactory.getLogger(EngineErrors.class);

	private static final int MESSAGE = 300;

	private static final int REQUEST_ERRORS = 10;

	/** Control characters and halves of surrogate pairs. */
	private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\n]]");

	@Override
	public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		return CompletableFuture.completedFuture(
				result.getErrors().stream().allMatch(EngineErrors::hasCode) ? result : coded(result, parameters));
	}

	private static ExecutionResult coded(ExecutionResult result, InstrumentationExecutionParameters parameters) {
		Stream<GraphQLError> errors = result.getErrors().stream();
		List<GraphQLError> coded = (result.isDataPresent() ? errors : errors.limit(REQUEST_ERRORS))
			.map((error) -> hasCode(error) ? error : coded(error, parameters.getGraphQLContext()))
			.toList();
		return ExecutionResultImpl.newExecutionResult().from(result).errors(coded).build();
	}

	private static boolean hasCode(GraphQLError error) {
		return error.getExtensions() != null && error.getExtensions().containsKey("code");
	}

	private static GraphQLError coded(GraphQLError error, GraphQLContext operation) {
		GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError().locations(error.getLocations());
		if (error.getPath() != null) {
			builder.path(error.getPath());
		}
		String code = code(error);
		if (code == null) {
			Correlation correlation = Correlation.of(operation);
			log.error("{} {}: {}", Failure.INTERNAL_ERROR, correlation.id(), error.getMessage());
			return GraphQlErrors.masked(Failure.INTERNAL_ERROR, correlation, builder);
		}
		return builder.message("%s", readable(error.getMessage()))
			.errorType(error.getErrorType())
			.extensions(Map.of("code", code))
			.build();
	}

	/** Null where the fault isn't the client's. */
	private static @Nullable String code(GraphQLError error) {
		if (error instanceof BadFaithIntrospectionError) {
			return "INTROSPECTION_TOO_LARGE";
		}
		if (!(error.getErrorType() instanceof ErrorType type)) {
			return null;
		}
		return switch (type) {
			case InvalidSyntax -> "GRAPHQL_PARSE_FAILED";
			case ValidationError -> "GRAPHQL_VALIDATION_FAILED";
			case OperationNotSupported -> "OPERATION_NOT_SUPPORTED";
			case ExecutionAborted -> "ABORTED";
			case DataFetchingException, NullValueInNonNullableField -> null;
		};
	}

	/** The engine calls what came as JSON by the names of Java's classes. */
	private static String readable(String message) {
		String bounded = (message.length() <= MESSAGE) ? message : message.substring(0, MESSAGE) + " …";
		String worded = bounded.replace("'LinkedHashMap'", "'object'")
			.replace("'ArrayList'", "'list'")
			.replace("ANTLR error", "error");
		return UNREADABLE.matcher(worded).replaceAll("\uFFFD");
	}

}
