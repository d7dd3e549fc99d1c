package id.warta.comment.moderation;

import id.warta.comment.CommentEvents;
import id.warta.platform.NodeId;
import id.warta.platform.http.Visitor;
import id.warta.platform.input.InputText;
import org.jspecify.annotations.Nullable;

/**
 * What a reader finds wrong with a comment.
 *
 * @param commentId the comment's global id
 * @param visitor the id that the page has for them
 * @param reason what kind of thing
 * @param note in their words
 */
record ReportCommentInput(String commentId, String visitor, CommentReportReason reason, @Nullable String note) {

	/** In characters. */
	private static final int LONGEST_NOTE = 1000;

	/**
	 * A report as it is stored.
	 *
	 * @param comment the comment
	 * @param visitor who reports it
	 * @param reason what kind of thing is wrong
	 * @param note in their words
	 */
	record Checked(long comment, Visitor visitor, CommentReportReason reason, @Nullable String note) {

	}

	Checked checked() {
		return new Checked(NodeId.parse(this.commentId, CommentEvents.SUBJECT, "commentId"), new Visitor(this.visitor),
				this.reason, InputText.optional(this.note, LONGEST_NOTE, "note"));
	}

}
