package id.warta.comment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.TopArticles;
import id.warta.platform.Batched;
import id.warta.platform.Connection;
import id.warta.platform.NodeId;
import id.warta.platform.Period;
import org.jspecify.annotations.Nullable;
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

	private final CommentedArticles articles;

	private final TopArticles top;

	CommentController(Threads threads, CommentedArticles articles, TopArticles top) {
		this.threads = threads;
		this.articles = articles;
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

	@SchemaMapping
	@Nullable String parentId(Comment comment) {
		Long parent = comment.parentId();
		return (parent != null) ? new NodeId(CommentEvents.SUBJECT, parent).toString() : null;
	}

	@BatchMapping
	Mono<Map<Comment, Comment>> inReplyTo(List<Comment> comments) {
		Set<Long> ids = comments.stream()
			.map(Comment::replyToId)
			.filter(Objects::nonNull)
			.collect(Collectors.toUnmodifiableSet());
		return this.threads.byIds(ids)
			.map((found) -> Batched.values(comments, (comment) -> found.get(comment.replyToId())));
	}

	@SchemaMapping
	CompletableFuture<Article> article(Comment comment, DataFetchingEnvironment environment) {
		return this.articles.byId(comment.articleId(), environment);
	}

	@BatchMapping
	Mono<Map<Article, List<Comment>>> pinnedComments(List<Article> articles) {
		return this.threads.pinned(articles.stream().map(Article::id).toList())
			.map((pinned) -> Batched.values(articles, (article) -> pinned.getOrDefault(article.id(), List.of())));
	}

	@BatchMapping
	Mono<Map<Article, Long>> commentCount(List<Article> articles) {
		return this.threads.counts(articles.stream().map(Article::id).toList())
			.map((counts) -> Batched.values(articles, (article) -> counts.get(article.id())));
	}

}
