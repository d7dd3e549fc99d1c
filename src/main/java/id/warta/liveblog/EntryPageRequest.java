package id.warta.liveblog;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Cursor;
import id.warta.platform.Keyset;
import id.warta.platform.PageArguments;

/**
 * Which page of entries a field asks for.
 *
 * @param page how many, and from where
 * @param order in which order
 * @param total whether the list's total is selected
 */
record EntryPageRequest(PageArguments page, LiveBlogEntryOrder order, boolean total) {

	static EntryPageRequest of(DataFetchingEnvironment environment, LiveBlogEntryOrder order) {
		return new EntryPageRequest(PageArguments.of(environment, order.list(), 2, Keyset::check), order,
				environment.getSelectionSet().containsAnyOf("totalCount", "totalCountIsExact"));
	}

	Keyset keyset() {
		return new Keyset(this.page, "e.created_at", "e.id", this.order == LiveBlogEntryOrder.NEWEST);
	}

	Cursor cursor(LiveBlogEntry entry) {
		return Cursor.of(this.order.list(), entry.createdAt(), entry.id());
	}

}
