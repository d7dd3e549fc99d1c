package id.warta.search;

import java.util.List;
import java.util.Optional;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Connection;
import id.warta.platform.Edge;
import id.warta.platform.PageInfo;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Searches articles. Hits, totals with facets, and what was probably meant are a
 * statement each, and made only if they are selected.
 */
@Service
class Searches {

	private static final Connection<SearchHit> NO_HITS = new Connection<>(List.of(),
			new PageInfo(false, false, null, null), null);

	private final SearchRequests requests;

	private final Hits hits;

	private final Summaries summaries;

	private final Spelling spelling;

	Searches(SearchRequests requests, Hits hits, Summaries summaries, Spelling spelling) {
		this.requests = requests;
		this.hits = hits;
		this.summaries = summaries;
		this.spelling = spelling;
	}

	/**
	 * The page that the field {@code search} asks for.
	 */
	Mono<SearchConnection> search(DataFetchingEnvironment environment) {
		SearchRequest request = this.requests.read(environment);
		if (request.text().isEmpty()) {
			return Mono.just(connection(NO_HITS, Optional.of(SearchSummary.NONE), Optional.empty()));
		}
		return Mono.zip(page(request), summary(request).singleOptional(), better(request).singleOptional())
			.map((found) -> connection(found.getT1(), found.getT2(), found.getT3()));
	}

	private Mono<Connection<SearchHit>> page(SearchRequest request) {
		return request.selects("nodes") || request.selects("edges") || request.selects("pageInfo")
				? this.hits.page(request) : Mono.just(NO_HITS);
	}

	private Mono<SearchSummary> summary(SearchRequest request) {
		return request.selects("totalCount") || request.selects("totalCountIsExact") || request.selects("facets")
				? this.summaries.summary(request) : Mono.empty();
	}

	private Mono<String> better(SearchRequest request) {
		return request.selects("didYouMean") ? this.spelling.better(request.text(), request.filter()) : Mono.empty();
	}

	private static SearchConnection connection(Connection<SearchHit> hits, Optional<SearchSummary> summary,
			Optional<String> better) {
		return new SearchConnection(hits.edges().stream().map(Searches::edge).toList(), hits.pageInfo(),
				summary.orElse(null), better.orElse(null));
	}

	private static SearchEdge edge(Edge<SearchHit> hit) {
		return SearchEdge.of(hit.cursor(), hit.node());
	}

}
