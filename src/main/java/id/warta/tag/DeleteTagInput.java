package id.warta.tag;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.term.Merger;
import org.jspecify.annotations.Nullable;

/**
 * A tag to delete.
 *
 * @param id its global id
 * @param replacementId the global id of the tag that takes over its articles
 * @param detach whether it is taken off its articles
 */
record DeleteTagInput(String id, @Nullable String replacementId, boolean detach) {

	long tag() {
		return NodeId.parse(this.id, "Tag", "id");
	}

	/**
	 * What becomes of its articles; null if they don't get another tag.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if they are to be detached
	 * as well
	 */
	@Nullable Merger merger() {
		if (this.detach && this.replacementId != null) {
			throw InvalidInputException.badArgument("detach", "Give either 'replacementId' or 'detach'");
		}
		return Merger.replacing(tag(), this.replacementId, "Tag");
	}

}
