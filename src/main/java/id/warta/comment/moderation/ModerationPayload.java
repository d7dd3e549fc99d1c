package id.warta.comment.moderation;

import java.util.List;

import id.warta.platform.failure.UserError;

/**
 * The answer to mutations of several comments.
 *
 * @param comments those that there are, in no order
 * @param errors why some were refused
 */
record ModerationPayload(List<ModeratedComment> comments, List<UserError> errors) {

}
