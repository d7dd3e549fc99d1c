package id.warta.viewcount;

import id.warta.platform.http.Visitor;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * A reading to count.
 *
 * @param articleId the article's global id
 * @param visitor a random id of whoever reads; null if the page has none for them
 * @param referrer the address of the page before, if the page tells
 */
record RecordViewInput(String articleId, @Nullable String visitor, @Nullable String referrer) {

	/**
	 * The article's id.
	 * @throws InvalidInputException if it is no id of an article
	 */
	long article() {
		return NodeId.parse(this.articleId, "Article", "articleId");
	}

	/**
	 * Who reads; null if the page has no id for them.
	 * @throws InvalidInputException if it is no id
	 */
	@Nullable Visitor reader() {
		return (this.visitor != null) ? new Visitor(this.visitor) : null;
	}

}
