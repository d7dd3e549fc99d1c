package id.warta.platform.limit;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.StringValue;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a document holds as literals.
 */
final class LiteralTexts {

	private final TextRule rule;

	private LiteralTexts(TextRule rule) {
		this.rule = rule;
	}

	/**
	 * Checks each of them.
	 * @throws RefusedException if one may not be
	 */
	static void check(Document document, TextRule rule) {
		new LiteralTexts(rule).check(document, (String) null);
	}

	private void check(Node<?> node, @Nullable String argument) {
		if (node instanceof StringValue text) {
			this.rule.check(text.getValue(), argument);
		}
		String below = (node instanceof Argument named) ? named.getName() : argument;
		for (Node<?> child : node.getChildren()) {
			check(child, below);
		}
	}

}
