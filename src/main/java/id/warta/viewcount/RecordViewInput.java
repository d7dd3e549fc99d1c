package id.warta.viewcount;

import java.util.regex.Pattern;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;

/**
 * A reading to count.
 *
 * @param articleId the article's global id
 * @param visitor a random id of whoever reads
 */
record RecordViewInput(String articleId, String visitor) {

	private static final Pattern VISITOR = Pattern.compile("[A-Za-z0-9_-]{8,64}");

	RecordViewInput {
		if (!VISITOR.matcher(visitor).matches()) {
			throw InvalidInputException.badArgument("visitor",
					"'visitor' must be 8 to 64 letters, digits, '-' and '_'");
		}
	}

	/**
	 * The article's id.
	 * @throws InvalidInputException if it is no id of an article
	 */
	long article() {
		return NodeId.parse(this.articleId, "Article", "articleId");
	}

}
