package id.warta.viewcount;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import id.warta.platform.InvalidInputException;
import id.warta.platform.PageArguments;
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

	private final Articles articles;

	ViewController(Views views, Articles articles) {
		this.views = views;
		this.articles = articles;
	}

	@QueryMapping
	Flux<Article> mostViewed(@Argument int first, DataFetchingEnvironment environment) {
		if (first < 1 || first > PageArguments.MAX_SIZE) {
			throw InvalidInputException.badArgument("first", "'first' must be between 1 and " + PageArguments.MAX_SIZE);
		}
		return this.articles.select("""
				from article_views v join article a on a.id = v.article_id and a.visible
				order by v.total desc, v.article_id desc limit :first""", Map.of("first", first),
				ArticleFields.selected(environment));
	}

	@MutationMapping
	Mono<RecordViewPayload> recordView(@Argument RecordViewInput input) {
		long article = input.article();
		return this.views.record(article, input.visitor()).map((outcome) -> new RecordViewPayload(article, outcome));
	}

	@SchemaMapping
	Mono<Article> article(RecordViewPayload payload, DataFetchingEnvironment environment) {
		return payload.ofAnArticle()
				? this.articles.byIds(List.of(payload.articleId()), ArticleFields.selected(environment)).next()
				: Mono.empty();
	}

	@SchemaMapping
	Mono<Long> viewCount(RecordViewPayload payload) {
		return payload.ofAnArticle() ? this.views.counts(List.of(payload.articleId()))
			.mapNotNull((counts) -> counts.get(payload.articleId())) : Mono.empty();
	}

	@BatchMapping
	Mono<Map<Article, Long>> viewCount(List<Article> articles) {
		return this.views.counts(articles.stream().map(Article::id).distinct().toList())
			.map((counts) -> articles.stream()
				.distinct()
				.collect(Collectors.toMap(Function.identity(), (article) -> counts.getOrDefault(article.id(), 0L))));
	}

}
