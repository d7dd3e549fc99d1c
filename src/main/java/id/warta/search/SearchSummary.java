package id.warta.search;

import id.warta.platform.Total;

/**
 * What is known of all candidates of a search.
 *
 * @param total how many there are
 * @param facets what they are filed under; empty unless they were selected
 */
record SearchSummary(Total total, SearchFacets facets) {

	static final SearchSummary NONE = new SearchSummary(new Total(0, true), SearchFacets.NONE);

}
