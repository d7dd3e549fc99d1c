package id.warta.comment.reaction;

import id.warta.comment.CommentEvents;
import id.warta.platform.NodeId;
import id.warta.platform.http.Visitor;

/**
 * Who likes which comment, or no longer does.
 *
 * @param commentId the comment's global id
 * @param visitor the id that the page has for them
 */
record LikeInput(String commentId, String visitor) {

	long comment() {
		return NodeId.parse(this.commentId, CommentEvents.SUBJECT, "commentId");
	}

	Visitor by() {
		return new Visitor(this.visitor);
	}

}
