package id.warta.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.NonNullType;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.server.WebGraphQlRequest;

/**
 * Where a subscription says from where on it wants to be told. Two requests that differ
 * in nothing else share a stream.
 *
 * @param literal what the document itself says; null if it says nothing, or a variable
 * does
 * @param variable the variable that says it, if one does
 */
record SubscriptionDocument(@Nullable String literal, @Nullable VariableDefinition variable) {

	private static final String ARGUMENT = "after";

	/**
	 * Reads a valid document.
	 * @param text the document
	 * @param operationName which of its operations; null if there is one only
	 * @return empty if its one field doesn't stand where everybody writes it
	 */
	static Optional<SubscriptionDocument> read(String text, @Nullable String operationName) {
		Document document = Parser.parse(text);
		return document.getDefinitionsOfType(OperationDefinition.class)
			.stream()
			.filter((operation) -> operationName == null || operationName.equals(operation.getName()))
			.findFirst()
			.flatMap(SubscriptionDocument::read);
	}

	private static Optional<SubscriptionDocument> read(OperationDefinition operation) {
		List<?> selections = operation.getSelectionSet().getSelections();
		if (selections.size() != 1 || !(selections.get(0) instanceof Field field)) {
			return Optional.empty();
		}
		Optional<Value<?>> after = field.getArguments()
			.stream()
			.filter((argument) -> argument.getName().equals(ARGUMENT))
			.findFirst()
			.map(Argument::getValue);
		return after.isPresent() ? read(operation, after.get()) : Optional.of(new SubscriptionDocument(null, null));
	}

	private static Optional<SubscriptionDocument> read(OperationDefinition operation, Value<?> after) {
		if (after instanceof VariableReference reference) {
			return operation.getVariableDefinitions()
				.stream()
				.filter((variable) -> variable.getName().equals(reference.getName()))
				.findFirst()
				.map((variable) -> new SubscriptionDocument(null, variable));
		}
		if (after instanceof StringValue text) {
			return Optional.of(new SubscriptionDocument(text.getValue(), null));
		}
		return (after instanceof NullValue) ? Optional.of(new SubscriptionDocument(null, null)) : Optional.empty();
	}

	/**
	 * Whether a request says it by something that the engine would take.
	 */
	boolean isUnderstood(WebGraphQlRequest request) {
		if (this.variable == null) {
			return true;
		}
		Object value = request.getVariables().get(this.variable.getName());
		return (value != null) ? value instanceof String : !(this.variable.getType() instanceof NonNullType);
	}

	/**
	 * From where on a request wants to be told; null for now.
	 */
	@Nullable String after(WebGraphQlRequest request) {
		if (this.variable == null) {
			return this.literal;
		}
		Map<String, @Nullable Object> variables = request.getVariables();
		String name = this.variable.getName();
		Object value = variables.containsKey(name) ? variables.get(name) : defaultValue(this.variable);
		return (value instanceof String text) ? text : null;
	}

	private static @Nullable String defaultValue(VariableDefinition variable) {
		return (variable.getDefaultValue() instanceof StringValue text) ? text.getValue() : null;
	}

	/**
	 * A request's variables without the one that says it.
	 */
	Map<String, @Nullable Object> otherVariables(WebGraphQlRequest request) {
		Map<String, @Nullable Object> variables = new HashMap<>(request.getVariables());
		if (this.variable != null) {
			variables.remove(this.variable.getName());
		}
		return variables;
	}

}
