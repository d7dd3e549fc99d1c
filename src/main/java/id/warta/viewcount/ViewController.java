package id.warta.viewcount;

import id.warta.platform.http.Reader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import id.warta.article.TopArticles;
import id.warta.platform.Period;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ViewController {

	private final Views views;

	private final ViewLedger ledger;

	private final Readings readings;

	private final Articles articles;

	private final TopArticles top;

	private final ViewTrends trends;

	ViewController(Views views, ViewLedger ledger, Readings readings, Articles articles, TopArticles top,
			ViewTrends trends) {
		this.views = views;
		this.ledger = ledger;
		this.readings = readings;
		this.articles = articles;
		this.top = top;
		this.trends = trends;
	}

	@QueryMapping
	Flux<Article> mostViewed(@Argument @Nullable Period within, @Argument int first,
			DataFetchingEnvironment environment) {
		return this.top.first(new MostViewed(within),
				(within != null) ? this.trends.mostViewed(within) : this.trends.mostViewed(), first,
				ArticleFields.selected(environment));
	}

	private record MostViewed(@Nullable Period within) {

	}

	@QueryMapping
	Flux<Article> trending(@Argument Period within, @Argument @Nullable String category, @Argument int first,
			DataFetchingEnvironment environment) {
		return this.top.first(new Trending(within, category), this.trends.trending(within, category), first,
				ArticleFields.selected(environment));
	}

	private record Trending(Period within, @Nullable String category) {

	}

	@MutationMapping
	Mono<RecordViewPayload> recordView(@Argument RecordViewInput input, DataFetchingEnvironment environment) {
		long article = input.article();
		if (Viewer.of(environment).isStaff()) {
			return Mono.just(new RecordViewPayload(article, ViewOutcome.STAFF));
		}
		Reader reader = Reader.of(environment);
		return this.readings.record(ArticleKey.id(article), input.reader(), input.referrer(), reader)
			.map((outcome) -> new RecordViewPayload(article, outcome));
	}

	@SchemaMapping
	Mono<Article> article(RecordViewPayload payload, DataFetchingEnvironment environment) {
		return payload.ofAnArticle()
				? this.articles.byIds(List.of(payload.articleId()), ArticleFields.selected(environment)).next()
				: Mono.empty();
	}

	@SchemaMapping
	Mono<Long> viewCount(RecordViewPayload payload) {
		return payload.ofAnArticle() ? this.views.visibleCounts(List.of(payload.articleId()))
			.mapNotNull((counts) -> counts.get(payload.articleId())) : Mono.empty();
	}

	@BatchMapping
	Mono<Map<Article, Long>> viewCount(List<Article> articles) {
		return this.views.counts(ids(articles)).map((counts) -> ofEach(articles, counts));
	}

	@BatchMapping
	Mono<Map<Article, Long>> uniqueVisitors(List<Article> articles) {
		return this.ledger.visitors(ids(articles)).map((visitors) -> ofEach(articles, visitors));
	}

	private static List<Long> ids(List<Article> articles) {
		return articles.stream().map(Article::id).distinct().toList();
	}

	private static Map<Article, Long> ofEach(List<Article> articles, Map<Long, Long> numbers) {
		return articles.stream()
			.distinct()
			.collect(Collectors.toMap(Function.identity(), (article) -> numbers.getOrDefault(article.id(), 0L)));
	}

}
