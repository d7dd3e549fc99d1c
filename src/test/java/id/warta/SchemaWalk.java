package id.warta;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import org.jspecify.annotations.Nullable;

/**
 * Makes a query for each field of {@code Query} that selects all there is below it, down
 * to where types repeat.
 */
final class SchemaWalk {

	private static final int DEPTH = 12;

	private final GraphQLSchema schema;

	/**
	 * Arguments as GraphQL has them, by {@code field.argument} or {@code argument:Type}.
	 */
	private final Map<String, String> arguments;

	private final Set<String> walked = new TreeSet<>();

	SchemaWalk(GraphQLSchema schema, Map<String, String> arguments) {
		this.schema = schema;
		this.arguments = arguments;
	}

	/**
	 * The queries, one for each root field.
	 */
	List<String> queries() {
		List<String> queries = new ArrayList<>();
		for (GraphQLFieldDefinition field : this.schema.getQueryType().getFieldDefinitions()) {
			this.walked.add("Query." + field.getName());
			queries.add("{ " + selection(field, new HashSet<>(), DEPTH) + " }");
		}
		return queries;
	}

	/**
	 * The fields of object types that the queries select, as {@code Type.field}.
	 */
	Set<String> walked() {
		return this.walked;
	}

	/**
	 * All fields of object types that can be reached from {@code Query}.
	 */
	Set<String> reachable() {
		Set<String> reachable = new TreeSet<>();
		reach(this.schema.getQueryType(), reachable, new HashSet<>());
		return reachable;
	}

	private void reach(GraphQLObjectType type, Set<String> reachable, Set<String> seen) {
		if (seen.add(type.getName())) {
			for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
				reachable.add(type.getName() + "." + field.getName());
				objects(field).forEach((object) -> reach(object, reachable, seen));
			}
		}
	}

	private List<GraphQLObjectType> objects(GraphQLFieldDefinition field) {
		GraphQLNamedOutputType type = (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(field.getType());
		if (type instanceof GraphQLObjectType object) {
			return List.of(object);
		}
		if (type instanceof GraphQLInterfaceType face) {
			return this.schema.getImplementations(face);
		}
		return (type instanceof GraphQLUnionType union)
				? union.getTypes().stream().map(GraphQLObjectType.class::cast).toList() : List.of();
	}

	private String selection(GraphQLFieldDefinition field, Set<String> seen, int budget) {
		String call = field.getName() + arguments(field);
		List<GraphQLObjectType> objects = objects(field);
		if (objects.isEmpty()) {
			return call;
		}
		StringBuilder below = new StringBuilder(" { __typename");
		objects.forEach((object) -> below.append(below(object, seen, budget)));
		return call + below + " }";
	}

	/** Of a type that was met before only what it holds itself, or on its pages. */
	private String below(GraphQLObjectType object, Set<String> seen, int budget) {
		int left = seen.add(object.getName()) ? budget - 1 : Math.min(budget - 1, isPage(object) ? 2 : 0);
		StringBuilder fields = new StringBuilder();
		for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
			if (left > 0 || objects(field).isEmpty()) {
				this.walked.add(object.getName() + "." + field.getName());
				fields.append(" %s_%s: ".formatted(object.getName(), field.getName()))
					.append(selection(field, seen, left));
			}
		}
		return fields.isEmpty() ? "" : " ... on " + object.getName() + " {" + fields + " }";
	}

	private static boolean isPage(GraphQLObjectType object) {
		return object.getName().endsWith("Connection") || object.getName().endsWith("Edge");
	}

	private String arguments(GraphQLFieldDefinition field) {
		List<String> given = new ArrayList<>();
		for (GraphQLArgument argument : field.getArguments()) {
			String value = value(field, argument);
			if (value != null) {
				given.add(argument.getName() + ": " + value);
			}
			else if (GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue()) {
				throw new IllegalStateException(
						"Give this walk a value of the argument '" + argument.getName() + "' of " + field.getName());
			}
		}
		return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
	}

	private @Nullable String value(GraphQLFieldDefinition field, GraphQLArgument argument) {
		String name = argument.getName();
		String type = GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapNonNull(argument.getType()));
		return Stream.of(field.getName() + "." + name, name + ":" + type)
			.map(this.arguments::get)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
