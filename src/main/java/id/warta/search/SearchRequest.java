package id.warta.search;

import java.time.Instant;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.PageArguments;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which search is asked for.
 *
 * @param text what is looked for
 * @param filter among which articles
 * @param order in which order
 * @param page how many, and from where
 * @param now when the first page was asked for: the age of hits is reckoned from then on
 * all pages
 * @param environment the field's, for what is selected
 */
record SearchRequest(SearchText text, SearchFilter filter, SearchOrder order, PageArguments page, Instant now,
		DataFetchingEnvironment environment) {

	/**
	 * Reads the arguments of the field {@code search}.
	 * @param now the time, if this is the first page
	 */
	static SearchRequest of(SearchText text, SearchFilter filter, DataFetchingEnvironment environment, Instant now) {
		PageArguments page = PageArguments.of(environment, list(environment), SearchCursor.KEYS, SearchCursor::new);
		return new SearchRequest(text, filter, SearchOrder.valueOf(argument(environment, "orderBy")), page,
				(page.after() != null) ? new SearchCursor(page.after()).now() : now, environment);
	}

	/**
	 * The name that cursors carry: they are of the same query, conditions and order.
	 */
	String list() {
		return list(this.environment);
	}

	private static String list(DataFetchingEnvironment environment) {
		String search = argument(environment, "query") + argument(environment, "where")
				+ argument(environment, "orderBy");
		return "s" + Integer.toHexString(search.hashCode());
	}

	private static String argument(DataFetchingEnvironment environment, String name) {
		return String.valueOf(environment.<Object>getArgument(name));
	}

	/** The last hit of the page before. */
	@Nullable SearchCursor after() {
		return (this.page.after() != null) ? new SearchCursor(this.page.after()) : null;
	}

	/**
	 * Whether a field of the connection, or of its edges, is selected.
	 */
	boolean selects(String field) {
		return this.environment.getSelectionSet().containsAnyOf(field, "edges/" + field);
	}

}
