package id.warta.comment.moderation;

import java.util.List;

import id.warta.comment.CommentEvents;
import id.warta.platform.BulkMode;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about several comments.
 *
 * @param ids the comments' global ids
 * @param mode what becomes of the others if some are refused
 * @param withReplies whether what stands below goes too
 */
record DecisionInput(List<String> ids, BulkMode mode, @Nullable Boolean withReplies) {

	private static final int MOST = 100;

	/**
	 * The comments' ids within their type, as often as they were named.
	 * @throws InvalidInputException with {@code BAD_ID} or {@code BAD_ARGUMENT}
	 */
	List<Long> keys() {
		if (this.ids.isEmpty() || this.ids.size() > MOST) {
			throw InvalidInputException.badArgument("ids", "'ids' has 1 to " + MOST + " comments");
		}
		return NodeId.parseAll(this.ids, CommentEvents.SUBJECT, "ids");
	}

}
