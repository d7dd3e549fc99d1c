package id.warta.search;

import java.util.List;

import id.warta.article.Article;
import id.warta.platform.PageInfo;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits, with what is known of the search as a whole.
 *
 * @param edges the hits
 * @param pageInfo where the page stands
 * @param summary totals and facets; null unless they were selected
 * @param didYouMean what was probably meant; null if nothing better is known, or it
 * wasn't selected
 */
record SearchConnection(List<SearchEdge> edges, PageInfo pageInfo, @Nullable SearchSummary summary,
		@Nullable String didYouMean) {

	public List<Article> nodes() {
		return this.edges.stream().map(SearchEdge::node).toList();
	}

	public @Nullable Long totalCount() {
		return (this.summary != null) ? this.summary.total().count() : null;
	}

	public @Nullable Boolean totalCountIsExact() {
		return (this.summary != null) ? this.summary.total().exact() : null;
	}

	public @Nullable SearchFacets facets() {
		return (this.summary != null) ? this.summary.facets() : null;
	}

}
