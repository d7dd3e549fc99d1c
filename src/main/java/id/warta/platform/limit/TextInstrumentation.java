package id.warta.platform.limit;

import java.util.Map;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bad text in what comes beside a document, whatever brought it.
 */
class TextInstrumentation extends SimplePerformantInstrumentation {

	private final TextRule rule;

	TextInstrumentation(TextRule rule) {
		this.rule = rule;
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecution(
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		ExecutionInput input = parameters.getExecutionInput();
		this.rule.check(input.getOperationName(), "operationName");
		this.rule.check(input.getExtensions(), "extensions");
		for (Map.Entry<String, Object> variable : input.getRawVariables().toMap().entrySet()) {
			this.rule.check(variable.getKey(), "variables");
			this.rule.check(variable.getValue(), variable.getKey());
		}
		return SimpleInstrumentationContext.noOp();
	}

}
