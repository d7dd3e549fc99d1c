package id.warta.comment;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Cursor;
import id.warta.platform.Keyset;
import id.warta.platform.PageArguments;

/**
 * Which page of comments a field asks for.
 *
 * @param page how many, and from where
 * @param order in which order
 * @param replyCount whether the number of replies is selected
 * @param total whether the list's total is selected
 */
record CommentPageRequest(PageArguments page, CommentOrder order, boolean replyCount, boolean total) {

	static CommentPageRequest of(DataFetchingEnvironment environment, CommentOrder order) {
		return new CommentPageRequest(PageArguments.of(environment, order.list(), 2, Keyset::check), order,
				environment.getSelectionSet().containsAnyOf("nodes/replyCount", "edges/node/replyCount"),
				environment.getSelectionSet().containsAnyOf("totalCount", "totalCountIsExact"));
	}

	Keyset keyset() {
		return new Keyset(this.page, "c.created_at", "c.id", this.order == CommentOrder.NEWEST);
	}

	Cursor cursor(Comment comment) {
		return Cursor.of(this.order.list(), comment.createdAt(), comment.id());
	}

}
