package id.warta.comment;

/**
 * In which order comments come.
 */
enum CommentOrder {

	OLDEST, NEWEST;

	/**
	 * The name that this order's cursors carry.
	 */
	String list() {
		return (this == NEWEST) ? "cn" : "co";
	}

}
