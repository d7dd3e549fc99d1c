package id.warta.eventlog;

import java.util.concurrent.CompletableFuture;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * What GraphQL's engine doesn't do for streams by itself.
 * <ul>
 * <li>It executes all events that were asked for at once, answers as each is done, in
 * whatever order, and forgets those under way when the stream fails: so one event is
 * executed at a time.</li>
 * <li>Its data loaders remember for as long as the operation lasts, which may be days: so
 * they start each event with an empty memory.</li>
 * <li>The cursor that a query's answer carries is fixed before any field is read.</li>
 * </ul>
 */
@Component
class LiveInstrumentation extends SimplePerformantInstrumentation {

	private final Broadcast broadcast;

	LiveInstrumentation(Broadcast broadcast) {
		this.broadcast = broadcast;
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecution(
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		this.broadcast.place().ifPresent((cursor) -> parameters.getGraphQLContext().put(EventCursor.class, cursor));
		return SimpleInstrumentationContext.noOp();
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
			InstrumentationFieldParameters parameters, InstrumentationState state) {
		parameters.getExecutionContext().getDataLoaderRegistry().getDataLoaders().forEach(DataLoader::clearAll);
		return SimpleInstrumentationContext.noOp();
	}

	@Override
	public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		return CompletableFuture.completedFuture((result.getData() instanceof Publisher<?> events)
				? ExecutionResultImpl.newExecutionResult().from(result).data(oneByOne(events)).build() : result);
	}

	/** An error overtakes the answer that waits here: its cursor is the one before. */
	private static Flux<?> oneByOne(Publisher<?> answers) {
		return Flux.from(answers).publishOn(Schedulers.immediate(), false, 1);
	}

}
