package id.warta.comment;

import id.warta.platform.Cursor;

/**
 * In which order comments come.
 */
enum CommentOrder {

	OLDEST("co", "c.created_at, c.id", false), NEWEST("cn", "c.created_at, c.id", true),
	BEST("cb", "c.like_count, c.created_at, c.id", true);

	private final String list;

	private final String columns;

	private final boolean descending;

	CommentOrder(String list, String columns, boolean descending) {
		this.list = list;
		this.columns = columns;
		this.descending = descending;
	}

	/**
	 * The name that this order's cursors carry.
	 */
	String list() {
		return this.list;
	}

	/**
	 * The sort keys, the id last.
	 */
	String columns() {
		return this.columns;
	}

	boolean descending() {
		return this.descending;
	}

	/**
	 * How many sort keys there are.
	 */
	int keys() {
		return this.columns.split(",").length;
	}

	Cursor cursor(Comment comment) {
		return (this == BEST) ? Cursor.of(this.list, comment.likeCount(), comment.createdAt(), comment.id())
				: Cursor.of(this.list, comment.createdAt(), comment.id());
	}

}
