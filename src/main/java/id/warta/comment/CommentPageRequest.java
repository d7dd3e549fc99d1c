package id.warta.comment;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.PageArguments;

/**
 * Which page of comments a field asks for.
 *
 * @param keyset how many, from where, in which order
 * @param avatar whether the hashes of e-mail addresses are selected
 * @param total whether the list's total is selected
 */
record CommentPageRequest(CommentKeyset keyset, boolean avatar, boolean total) {

	static CommentPageRequest of(DataFetchingEnvironment environment, CommentOrder order) {
		PageArguments page = PageArguments.of(environment, order.list(), order.keys(), CommentKeyset::check);
		return new CommentPageRequest(new CommentKeyset(page, order),
				environment.getSelectionSet().containsAnyOf("nodes/avatarHash", "edges/node/avatarHash"),
				environment.getSelectionSet().containsAnyOf("totalCount", "totalCountIsExact"));
	}

}
