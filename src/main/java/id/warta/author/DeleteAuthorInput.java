package id.warta.author;

import id.warta.platform.NodeId;
import id.warta.platform.term.Merger;
import org.jspecify.annotations.Nullable;

/**
 * An author to delete.
 *
 * @param id their global id
 * @param replacementId the global id of the author who takes over what they made
 */
record DeleteAuthorInput(String id, @Nullable String replacementId) {

	long author() {
		return NodeId.parse(this.id, "Author", "id");
	}

	@Nullable Merger merger() {
		return Merger.replacing(author(), this.replacementId, "Author");
	}

}
