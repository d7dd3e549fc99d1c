package id.warta.platform.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import org.jspecify.annotations.Nullable;

/**
 * Measures a document, valid or not, in a time that grows with its length alone: each
 * fragment is measured once.
 */
final class ShapeReader {

	private static final Set<String> INTROSPECTION = Set.of("__schema", "__type");

	private final Map<String, FragmentDefinition> fragments;

	private final Map<String, DocumentShape> measured = new HashMap<>();

	private ShapeReader(Document document) {
		this.fragments = document.getDefinitionsOfType(FragmentDefinition.class)
			.stream()
			.collect(Collectors.toMap(FragmentDefinition::getName, Function.identity(), (first, second) -> first));
	}

	/**
	 * The shape of the document's largest operation, in each respect.
	 */
	static DocumentShape read(Document document) {
		ShapeReader reader = new ShapeReader(document);
		return document.getDefinitionsOfType(OperationDefinition.class)
			.stream()
			.map((operation) -> reader.shape(operation.getSelectionSet()))
			.reduce(DocumentShape.NOTHING, DocumentShape::or);
	}

	private DocumentShape shape(@Nullable SelectionSet selections) {
		DocumentShape shape = DocumentShape.NOTHING;
		if (selections != null) {
			for (Selection<?> selection : selections.getSelections()) {
				shape = shape.and(shape(selection));
			}
		}
		return shape;
	}

	private DocumentShape shape(Selection<?> selection) {
		if (selection instanceof Field field) {
			return shape(field.getSelectionSet()).below(INTROSPECTION.contains(field.getName()),
					field.getAlias() != null);
		}
		return (selection instanceof InlineFragment fragment) ? shape(fragment.getSelectionSet())
				: shape(((FragmentSpread) selection).getName());
	}

	/** A cycle ends where it would begin again: such a document isn't valid anyway. */
	private DocumentShape shape(String name) {
		DocumentShape known = this.measured.putIfAbsent(name, DocumentShape.NOTHING);
		FragmentDefinition fragment = this.fragments.get(name);
		if (known != null || fragment == null) {
			return (known != null) ? known : DocumentShape.NOTHING;
		}
		DocumentShape shape = shape(fragment.getSelectionSet());
		this.measured.put(name, shape);
		return shape;
	}

}
