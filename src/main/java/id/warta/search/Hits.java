package id.warta.search;

import java.util.HashMap;
import java.util.Map;

import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import id.warta.platform.Connection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Reads pages of hits, each by one statement.
 */
@Component
class Hits {

	/**
	 * Cover of the query's words in a document, D to A, of which a longer one has more by
	 * chance; of that an article loses half as it ages. PostgreSQL refuses powers that
	 * are too small.
	 */
	private static final String SCORE = """
			(%.0f * ts_rank('{0.1, 0.2, 0.4, 1.0}', d.document, asked.query, 1)
			    * (1 + power(2.0, -least(greatest(extract(epoch from :now - f.published_at), 0) / 2592000, 900))) / 2
			)::bigint""".formatted(SearchHit.SCALE);

	private final Articles articles;

	Hits(Articles articles) {
		this.articles = articles;
	}

	Mono<Connection<SearchHit>> page(SearchRequest request) {
		return hits(request).collectList()
			.map((hits) -> Connection.of(hits, request.page(), (hit) -> hit.cursor().of(request.list())));
	}

	private Flux<SearchHit> hits(SearchRequest request) {
		SearchCandidates candidates = candidates(request);
		Map<String, Object> parameters = new HashMap<>(candidates.parameters());
		parameters.put("now", request.now());
		parameters.put("limit", request.page().limit());
		SearchCursor after = request.after();
		boolean behind = after != null && request.order() == SearchOrder.RELEVANCE;
		if (after != null && behind) {
			parameters.putAll(Map.of("score", after.score(), "time", after.publishedAt(), "id", after.id()));
		}
		return this.articles.select(columns(request), from(request, candidates, behind), parameters,
				ArticleFields.selected(request.environment()),
				(row, article) -> SearchHit.of(row, article, request.now()));
	}

	/** By date a page needs no more than its own articles. */
	private static SearchCandidates candidates(SearchRequest request) {
		SearchCursor after = request.after();
		boolean ranked = request.order() == SearchOrder.RELEVANCE;
		SearchCandidates newest = SearchCandidates.newest(request.text(), request.filter(),
				ranked ? SearchCandidates.BOUND : request.page().limit());
		if (after == null) {
			return newest;
		}
		return ranked ? newest.downTo(after) : newest.behind(after);
	}

	private static String columns(SearchRequest request) {
		return "r.score, r.published_at as found_at, r.floor, r.floor_id, %s as title_highlight, %s as body_highlight"
			.formatted(request.selects("titleHighlight") ? headline("a.title", Highlights.TITLE) : "null::text",
					request.selects("bodyHighlight") ? headline("left(a.plain_text, 50000)", Highlights.BODY)
							: "null::text");
	}

	private static String headline(String text, String options) {
		return "ts_headline(coalesce(search_configuration(a.language), 'search_exact'), translate(%s, '%s', ''), r.marks, '%s')"
			.formatted(text, Highlights.START + Highlights.STOP, options);
	}

	private static String from(SearchRequest request, SearchCandidates candidates, boolean behind) {
		String order = (request.order() == SearchOrder.RELEVANCE) ? "%1$s.score desc, " : "";
		return """
				from (
				    with %s,
				    ranked as (
				        select f.article_id, f.published_at, %s as score
				        from found f join search_document d on d.article_id = f.article_id cross join asked)
				    select r.*, coalesce(e.published_at, :since) as floor, coalesce(e.article_id, :sinceId) as floor_id,
				        (select search_marks(:words, :excluded)) as marks
				    from ranked r left join (
				        select published_at, article_id from found
				        order by published_at desc, article_id desc offset %d limit 1) e on %s
				    %s order by %s r.published_at desc, r.article_id desc limit :limit) r
				join article a on a.id = r.article_id and a.visible
				order by %s r.published_at desc, r.article_id desc""".formatted(candidates.sql(), SCORE,
				SearchCandidates.BOUND - 1, !behind,
				behind ? "where (r.score, r.published_at, r.article_id) < (:score, :time, :id)" : "",
				order.formatted("r"), order.formatted("r"));
	}

}
