package id.warta.comment.submission;

import id.warta.comment.text.CommentText;
import org.jspecify.annotations.Nullable;

/**
 * A comment that somebody wants to add.
 *
 * @param articleId what it stands below
 * @param parentId what it answers; null for a thread's first
 * @param author who writes it
 * @param text what they wrote
 * @param key what they call the request; null if it has no name
 * @param trapped whether a field is filled that people don't see
 */
record NewComment(long articleId, @Nullable Long parentId, Commenter author, CommentText text, @Nullable String key,
		boolean trapped) {

}
