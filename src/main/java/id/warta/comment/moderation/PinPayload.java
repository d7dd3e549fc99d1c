package id.warta.comment.moderation;

import java.util.List;

/**
 * The answer to mutations of one comment.
 *
 * @param comment the comment as it is now
 */
record PinPayload(ModeratedComment comment) {

	public List<Object> errors() {
		return List.of();
	}

}
