package id.warta.category;

import id.warta.platform.NodeId;
import id.warta.platform.term.Merger;
import org.jspecify.annotations.Nullable;

/**
 * A category to delete.
 *
 * @param id its global id
 * @param replacementId the global id of the category that takes over what it has
 */
record DeleteCategoryInput(String id, @Nullable String replacementId) {

	long category() {
		return NodeId.parse(this.id, "Category", "id");
	}

	@Nullable Merger merger() {
		return Merger.replacing(category(), this.replacementId, "Category");
	}

}
