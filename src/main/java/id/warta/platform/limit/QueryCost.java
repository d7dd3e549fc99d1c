package id.warta.platform.limit;

import java.util.Map;

import graphql.execution.ExecutionContext;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * How many objects an operation may read, at most. A page counts as many as it asks for,
 * a list whose length nobody knows a fixed number, anything else one. Introspection costs
 * nothing here: its depth is limited, and the engine refuses its abuse.
 */
final class QueryCost {

	/** Where counting stops, far below what would overflow. */
	static final long MANY = 1_000_000_000;

	private final ExecutionContext execution;

	private final ListSize sizes;

	private QueryCost(ExecutionContext execution, int listSize) {
		this.execution = execution;
		this.sizes = new ListSize(execution.getCoercedVariables(), listSize);
	}

	/**
	 * The cost of an operation with its variables.
	 * @param listSize how many elements a list without {@code first} counts
	 */
	static long of(ExecutionContext execution, int listSize) {
		GraphQLType root = switch (execution.getOperationDefinition().getOperation()) {
			case QUERY -> execution.getGraphQLSchema().getQueryType();
			case MUTATION -> execution.getGraphQLSchema().getMutationType();
			case SUBSCRIPTION -> execution.getGraphQLSchema().getSubscriptionType();
		};
		return new QueryCost(execution, listSize).cost(execution.getOperationDefinition().getSelectionSet(), root,
				false);
	}

	private long cost(@Nullable SelectionSet selections, @Nullable GraphQLType parent, boolean page) {
		long cost = 0;
		if (selections != null) {
			for (Selection<?> selection : selections.getSelections()) {
				cost += cost(selection, parent, page);
			}
		}
		return cost;
	}

	private long cost(Selection<?> selection, @Nullable GraphQLType parent, boolean page) {
		if (selection instanceof Field field) {
			return cost(field, parent, page);
		}
		if (selection instanceof InlineFragment fragment) {
			return cost(fragment.getSelectionSet(), narrowed(fragment.getTypeCondition(), parent), page);
		}
		FragmentDefinition fragment = this.execution.getFragment(((FragmentSpread) selection).getName());
		return cost(fragment.getSelectionSet(), narrowed(fragment.getTypeCondition(), parent), page);
	}

	private @Nullable GraphQLType narrowed(@Nullable TypeName condition, @Nullable GraphQLType parent) {
		return (condition != null) ? this.execution.getGraphQLSchema().getType(condition.getName()) : parent;
	}

	private long cost(Field field, @Nullable GraphQLType parent, boolean page) {
		if (!(parent instanceof GraphQLFieldsContainer container) || field.getName().startsWith("__")) {
			return 0;
		}
		GraphQLFieldDefinition definition = container.getFieldDefinition(field.getName());
		long arguments = this.sizes.argumentWeight(field, definition);
		GraphQLOutputType type = definition.getType();
		if (field.getSelectionSet() == null) {
			return arguments;
		}
		boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type));
		boolean paged = ListSize.isPaged(definition);
		long own = (paged && !list) ? 0 : 1;
		long below = cost(field.getSelectionSet(), GraphQLTypeUtil.unwrapAllAs(type), paged && !list);
		return Math.min(arguments + this.sizes.of(field, definition, list && !page) * (own + below), MANY);
	}

}
