package id.warta.comment;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.TopArticles;
import id.warta.platform.Connection;
import id.warta.platform.Period;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class CommentController {

	private final Threads threads;

	private final TopArticles top;

	CommentController(Threads threads, TopArticles top) {
		this.threads = threads;
		this.top = top;
	}

	@QueryMapping
	Flux<Article> mostCommented(@Argument Period within, @Argument int first, DataFetchingEnvironment environment) {
		return this.top.first(new MostCommented(within), this.threads.mostCommented(within), first,
				ArticleFields.selected(environment));
	}

	private record MostCommented(Period within) {

	}

	@SchemaMapping
	CompletableFuture<Connection<Comment>> comments(Article article, @Argument CommentOrder orderBy,
			DataFetchingEnvironment environment) {
		return this.threads.below(Threads.Parent.ARTICLE, article.id(), orderBy, environment);
	}

	@SchemaMapping
	CompletableFuture<Connection<Comment>> replies(Comment comment, @Argument CommentOrder orderBy,
			DataFetchingEnvironment environment) {
		return this.threads.below(Threads.Parent.COMMENT, comment.id(), orderBy, environment);
	}

	@BatchMapping
	Mono<Map<Article, Long>> commentCount(List<Article> articles) {
		return this.threads.counts(articles.stream().map(Article::id).toList())
			.map((counts) -> articles.stream()
				.distinct()
				.collect(Collectors.toMap(Function.identity(), (article) -> counts.getOrDefault(article.id(), 0L))));
	}

}
