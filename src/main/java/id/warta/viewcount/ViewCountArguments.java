package id.warta.viewcount;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;

/**
 * Whose counts a subscriber asks for.
 *
 * @param articleIds global ids of articles
 */
record ViewCountArguments(List<String> articleIds) {

	private static final int MOST = 100;

	/**
	 * The articles in the order asked for, each once.
	 * @throws InvalidInputException if one is no id of an article, or they are too few or
	 * too many
	 */
	Set<Long> articles() {
		if (this.articleIds.isEmpty() || this.articleIds.size() > MOST) {
			throw InvalidInputException.badArgument("articleIds", "'articleIds' must have 1 to " + MOST + " elements");
		}
		return this.articleIds.stream()
			.map((id) -> NodeId.parse(id, "Article", "articleIds"))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

}
