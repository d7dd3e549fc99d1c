package id.warta.comment.reaction;

import java.util.List;

import id.warta.comment.Comment;

/**
 * The answer to {@code likeComment} and {@code unlikeComment}.
 *
 * @param comment the comment as it is now
 * @param liked whether the visitor likes it now
 */
record LikePayload(Comment comment, boolean liked) {

	public List<Object> errors() {
		return List.of();
	}

}
