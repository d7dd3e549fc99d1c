package id.warta.comment.moderation;

import id.warta.comment.CommentEvents;
import id.warta.platform.NodeId;

/**
 * Which comment moderators recommend, or no longer recommend.
 *
 * @param commentId the comment's global id
 */
record PinInput(String commentId) {

	long key() {
		return NodeId.parse(this.commentId, CommentEvents.SUBJECT, "commentId");
	}

}
