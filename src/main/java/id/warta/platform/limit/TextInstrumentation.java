package id.warta.platform.limit;

import java.util.Map;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bad text in what comes beside a document, whatever brought it.
 */
class TextInstrumentation extends SimplePerformantInstrumentation {

	private final TextRule readers;

	private final TextRule staff;

	TextInstrumentation(TextRule readers, TextRule staff) {
		this.readers = readers;
		this.staff = staff;
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecution(
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		ExecutionInput input = parameters.getExecutionInput();
		Viewer viewer = input.getGraphQLContext().getOrDefault(Viewer.class, Viewer.READER);
		TextRule rule = viewer.isStaff() ? this.staff : this.readers;
		rule.check(input.getOperationName(), "operationName");
		rule.check(input.getExtensions(), "extensions");
		for (Map.Entry<String, Object> variable : input.getRawVariables().toMap().entrySet()) {
			rule.check(variable.getKey(), "variables");
			rule.check(variable.getValue(), variable.getKey());
		}
		return SimpleInstrumentationContext.noOp();
	}

}
