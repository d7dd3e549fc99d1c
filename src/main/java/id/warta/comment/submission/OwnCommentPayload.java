package id.warta.comment.submission;

import java.util.List;

/**
 * The answer to mutations of one's own comments.
 *
 * @param comment the comment as it is now
 */
record OwnCommentPayload(OwnComment comment) {

	public List<Object> errors() {
		return List.of();
	}

}
