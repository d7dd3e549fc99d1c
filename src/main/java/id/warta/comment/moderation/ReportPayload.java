package id.warta.comment.moderation;

import java.util.List;

import id.warta.comment.Comment;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code reportComment}.
 *
 * @param reported whether the comment is reported now and wasn't before
 * @param comment what readers find by now; null if they find nothing
 */
record ReportPayload(boolean reported, @Nullable Comment comment) {

	public List<Object> errors() {
		return List.of();
	}

}
