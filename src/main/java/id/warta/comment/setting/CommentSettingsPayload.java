package id.warta.comment.setting;

import java.util.List;

/**
 * The answer to {@code editCommentSettings}.
 *
 * @param settings the rules as they are now
 */
record CommentSettingsPayload(CommentSettings settings) {

	public List<Object> errors() {
		return List.of();
	}

}
