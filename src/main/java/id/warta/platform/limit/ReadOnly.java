package id.warta.platform.limit;

import java.util.Map;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;

/**
 * Refuses mutations in requests that may only read, as those by GET: any page can make a
 * browser send such, and whatever stands in between may repeat them.
 */
public final class ReadOnly extends SimplePerformantInstrumentation implements WebGraphQlInterceptor {

	private static final String MARK = ReadOnly.class.getName();

	/**
	 * Marks a request.
	 * @param attributes the request's
	 */
	public static void mark(Map<String, Object> attributes) {
		attributes.put(MARK, true);
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		if (request.getAttributes().containsKey(MARK)) {
			request.configureExecutionInput((input, builder) -> {
				input.getGraphQLContext().put(MARK, true);
				return input;
			});
		}
		return chain.next(request);
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		GraphQLContext context = parameters.getExecutionContext().getGraphQLContext();
		if (context.hasKey(MARK)
				&& parameters.getExecutionContext().getOperationDefinition().getOperation() == Operation.MUTATION) {
			throw RefusedException.notByGet();
		}
		return SimpleInstrumentationContext.noOp();
	}

}
