package id.warta.platform.limit;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import org.jspecify.annotations.Nullable;

/**
 * Refuses operations that may read too many objects, by the variables that they come
 * with.
 */
class CostInstrumentation extends SimplePerformantInstrumentation {

	private final LimitProperties limits;

	CostInstrumentation(LimitProperties limits) {
		this.limits = limits;
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		long cost = QueryCost.of(parameters.getExecutionContext(), this.limits.listSize());
		if (cost > this.limits.cost()) {
			throw RefusedException.tooMuch("QUERY_TOO_COSTLY", "The query may read %d objects of at most %d", cost,
					this.limits.cost());
		}
		return SimpleInstrumentationContext.noOp();
	}

}
