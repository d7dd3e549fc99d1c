package id.warta.feed;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.eventlog.LiveEvents;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

@Controller
class ArticleFeedController {

	private final LiveEvents live;

	private final ArticleFeeds feeds;

	ArticleFeedController(LiveEvents live, ArticleFeeds feeds) {
		this.live = live;
		this.feeds = feeds;
	}

	@SubscriptionMapping
	Flux<ArticleFeedEvent<ArticleFeedEventType>> articleFeed(@Argument @Nullable ArticleFeedWhere where,
			DataFetchingEnvironment environment) {
		return this.live.stream(environment,
				this.feeds.stream(ArticleFeedEventType::of, ArticleFeedEventType.HEARTBEAT, where));
	}

	@SchemaMapping(typeName = "ArticleFeedEvent")
	Mono<Article> article(ArticleFeedEvent<?> event, DataFetchingEnvironment environment) {
		return this.feeds.article(event, environment);
	}

}
