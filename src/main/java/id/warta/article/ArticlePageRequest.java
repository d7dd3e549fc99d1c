package id.warta.article;

import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Keyset;
import id.warta.platform.PageArguments;

/**
 * Which page of articles a field asks for.
 *
 * @param page how many, and from where
 * @param order in which order
 * @param filter which articles
 * @param fields what is selected of them
 * @param total whether the list's total is selected
 */
record ArticlePageRequest(PageArguments page, ArticleOrder order, ArticleFilter filter, ArticleFields fields,
		boolean total) {

	/**
	 * Reads the arguments {@code where}, {@code orderBy} and those of the page.
	 * @param environment the field's
	 * @param ofSite whether the list is the site's, so that the filter may choose a
	 * shorter one
	 */
	static ArticlePageRequest of(DataFetchingEnvironment environment, boolean ofSite) {
		Object orderBy = environment.getArgument("orderBy");
		ArticleOrder order = (orderBy != null) ? ArticleOrder.valueOf(orderBy.toString()) : ArticleOrder.NEWEST;
		Map<String, Object> where = environment.getArgument("where");
		return new ArticlePageRequest(PageArguments.of(environment, order.list(), 2, Keyset::check), order,
				ArticleFilter.of(where, ofSite && order.byPublication()), ArticleFields.selected(environment),
				environment.getSelectionSet().containsAnyOf("totalCount", "totalCountIsExact"));
	}

}
