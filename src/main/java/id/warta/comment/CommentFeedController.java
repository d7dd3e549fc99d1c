package id.warta.comment;

import java.util.List;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.ArticleEvents;
import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import id.warta.eventlog.LiveEvents;
import id.warta.eventlog.LogStream;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

@Controller
class CommentFeedController {

	private final LiveEvents live;

	private final Articles articles;

	private final Threads threads;

	CommentFeedController(LiveEvents live, Articles articles, Threads threads) {
		this.live = live;
		this.articles = articles;
		this.threads = threads;
	}

	@SubscriptionMapping
	Flux<CommentFeedEvent> commentFeed(@Argument String articleId, DataFetchingEnvironment environment) {
		return this.live.stream(environment, below(NodeId.parse(articleId, ArticleEvents.SUBJECT, "articleId")));
	}

	private Mono<LogStream<CommentFeedEvent>> below(long article) {
		return this.articles.byIds(List.of(article), ArticleFields.CARD)
			.next()
			.map((found) -> LogStream.of((event) -> CommentFeedEvent.isBelow(article, event), CommentFeedEvent::of))
			.switchIfEmpty(Mono.error(() -> new InvalidInputException("NOT_FOUND", "articleId",
					"There is no article with this id that readers can see")));
	}

	@SchemaMapping
	Mono<Comment> comment(CommentFeedEvent event) {
		return Mono.justOrEmpty(event.subject()).flatMap(this.threads::byId);
	}

	@SchemaMapping
	Mono<Long> commentCount(CommentFeedEvent event) {
		return Mono.justOrEmpty(event.article())
			.flatMap((article) -> this.threads.counts(List.of(article)).mapNotNull((counts) -> counts.get(article)));
	}

}
