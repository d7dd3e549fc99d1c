package id.warta.platform.failure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Lets the payloads of mutations carry what users can put right, whoever has thrown it. A
 * mutation takes part whose payload has {@code errors} and nothing else that must be
 * there.
 */
class UserErrors extends GraphQLTypeVisitorStub {

	private static final String ERRORS = "errors";

	@Override
	public TraversalControl visitGraphQLFieldDefinition(GraphQLFieldDefinition field,
			TraverserContext<GraphQLSchemaElement> context) {
		if (context.getParentNode() instanceof GraphQLObjectType parent && parent.getName().equals("Mutation")
				&& mayBeErrorsAlone(field)) {
			GraphQLCodeRegistry.Builder registry = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
			FieldCoordinates place = FieldCoordinates.coordinates(parent, field);
			DataFetcher<?> fetcher = registry.getDataFetcher(place, field);
			registry.dataFetcher(place, (DataFetcher<?>) (environment) -> fetch(fetcher, environment));
		}
		return TraversalControl.CONTINUE;
	}

	private static boolean mayBeErrorsAlone(GraphQLFieldDefinition mutation) {
		return GraphQLTypeUtil.unwrapNonNull(mutation.getType()) instanceof GraphQLObjectType payload
				&& payload.getFieldDefinition(ERRORS) != null
				&& payload.getFieldDefinitions()
					.stream()
					.allMatch((field) -> field.getName().equals(ERRORS) || GraphQLTypeUtil.isNullable(field.getType()));
	}

	private static @Nullable Object fetch(DataFetcher<?> fetcher, DataFetchingEnvironment environment)
			throws Exception {
		try {
			Object result = fetcher.get(environment);
			if (result instanceof Mono<?> mono) {
				return mono.cast(Object.class)
					.onErrorResume((ex) -> UserError.of(ex) != null, (ex) -> Mono.just(payload(ex)));
			}
			return (result instanceof CompletionStage<?> stage) ? settled(stage) : result;
		}
		catch (Exception ex) {
			if (UserError.of(ex) == null) {
				throw ex;
			}
			return payload(ex);
		}
	}

	private static CompletionStage<?> settled(CompletionStage<?> stage) {
		return stage.<@Nullable Object>handle((value, failure) -> {
			if (failure == null) {
				return value;
			}
			if (UserError.of(failure) == null) {
				throw (failure instanceof CompletionException known) ? known : new CompletionException(failure);
			}
			return payload(failure);
		});
	}

	private static Map<String, ?> payload(Throwable failure) {
		UserError error = UserError.of(failure);
		return Map.of(ERRORS, (error != null) ? List.of(error) : List.of());
	}

}
