package id.warta.platform.limit;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

import graphql.execution.CoercedVariables;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import id.warta.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/**
 * How many elements a field may bring, and how much it asks for it.
 *
 * @param variables the operation's
 * @param listSize how many elements a list counts that doesn't say
 */
record ListSize(CoercedVariables variables, int listSize) {

	/** Whatever asks for more is refused by the field itself. */
	private static final int MOST = 1000;

	private static final String IDS = "ids";

	/**
	 * Whether the field's arguments say how many elements there are.
	 */
	static boolean isPaged(GraphQLFieldDefinition definition) {
		return definition.getArgument("first") != null || definition.getArgument("last") != null;
	}

	/**
	 * How many elements a field may bring.
	 * @param list whether it is a list that nothing around it has limited
	 */
	long of(Field field, GraphQLFieldDefinition definition, boolean list) {
		if (isPaged(definition)) {
			int most = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType())) ? MOST
					: PageArguments.MAX_SIZE;
			return pageSize(field, definition, most);
		}
		if (definition.getArgument(IDS) != null) {
			return (argument(field, definition, IDS) instanceof Collection<?> ids) ? Math.min(ids.size(), MOST) : 1;
		}
		return list ? this.listSize : 1;
	}

	private long pageSize(Field field, GraphQLFieldDefinition definition, int most) {
		return Stream.of("first", "last")
			.map((name) -> argument(field, definition, name))
			.filter(Number.class::isInstance)
			.mapToLong((size) -> Math.max(0, Math.min(((Number) size).longValue(), most)))
			.max()
			.orElse(PageArguments.DEFAULT_SIZE);
	}

	private @Nullable Object argument(Field field, GraphQLFieldDefinition definition, String name) {
		GraphQLArgument declared = definition.getArgument(name);
		return field.getArguments()
			.stream()
			.filter((given) -> given.getName().equals(name))
			.findFirst()
			.map((given) -> value(given.getValue()))
			.orElseGet(() -> (declared != null) ? GraphQLArgument.getArgumentDefaultValue(declared) : null);
	}

	private @Nullable Object value(Value<?> value) {
		if (value instanceof VariableReference reference) {
			return this.variables.get(reference.getName());
		}
		if (value instanceof IntValue number) {
			return number.getValue().min(BigInteger.valueOf(MOST));
		}
		return (value instanceof ArrayValue array) ? array.getValues() : null;
	}

	/**
	 * How many values stand within the field's lists and objects, ids apart: conditions
	 * cost the database time.
	 */
	long argumentWeight(Field field, GraphQLFieldDefinition definition) {
		long weight = 0;
		for (Argument given : field.getArguments()) {
			GraphQLArgument declared = definition.getArgument(given.getName());
			if (!given.getName().equals(IDS) && declared != null
					&& !GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapNonNull(declared.getType()))) {
				weight += weight(given.getValue());
			}
		}
		return weight;
	}

	private long weight(Value<?> value) {
		if (value instanceof VariableReference reference) {
			return weightOf(this.variables.get(reference.getName()));
		}
		if (value instanceof ArrayValue array) {
			return array.getValues().stream().mapToLong(this::weight).sum();
		}
		return (value instanceof ObjectValue object)
				? object.getObjectFields().stream().map(ObjectField::getValue).mapToLong(this::weight).sum()
				: (value instanceof NullValue) ? 0 : 1;
	}

	private static long weightOf(@Nullable Object value) {
		if (value instanceof Collection<?> elements) {
			return elements.stream().mapToLong(ListSize::weightOf).sum();
		}
		return (value instanceof Map<?, ?> fields) ? weightOf(fields.values()) : (value != null) ? 1 : 0;
	}

}
