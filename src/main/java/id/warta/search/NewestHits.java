package id.warta.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import id.warta.platform.InvalidInputException;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The newest articles that a search finds, as for its feed.
 */
@Component
public class NewestHits {

	private final Articles articles;

	private final SearchFilters filters;

	NewestHits(Articles articles, SearchFilters filters) {
		this.articles = articles;
		this.filters = filters;
	}

	/**
	 * Finds them by one statement.
	 * @param query what to look for, as the field {@code search} has it
	 * @param most how many, 1 to 1,000
	 * @return the articles without their large columns, the newest first; none if nothing
	 * is asked for. Fails with {@link InvalidInputException} {@code BAD_ARGUMENT} as the
	 * field does
	 */
	public Mono<List<Article>> of(String query, int most) {
		return Mono.fromSupplier(() -> SearchText.of(query))
			.flatMap((text) -> text.isEmpty() ? Mono.just(List.of()) : find(text, most));
	}

	private Mono<List<Article>> find(SearchText text, int most) {
		SearchCandidates newest = SearchCandidates.newest(text, this.filters.read(null), most);
		Map<String, Object> parameters = new HashMap<>(newest.parameters());
		return this.articles
			.select("""
					from (with %s select article_id, published_at from found) f
					join article a on a.id = f.article_id and a.visible
					order by f.published_at desc, f.article_id desc""".formatted(newest.sql()), parameters,
					ArticleFields.CARD)
			.collectList();
	}

}
