package id.warta.comment.moderation;

import id.warta.platform.Cursor;

/**
 * In which order moderators look at comments.
 */
enum ModerationOrder {

	/** The oldest first. */
	OLDEST("mo"),

	/** The newest first. */
	NEWEST("mn");

	private final String list;

	ModerationOrder(String list) {
		this.list = list;
	}

	/** The name that its cursors carry. */
	String list() {
		return this.list;
	}

	Cursor cursor(ModeratedComment comment) {
		return Cursor.of(this.list, comment.createdAt(), comment.key());
	}

}
