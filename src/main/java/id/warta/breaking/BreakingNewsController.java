package id.warta.breaking;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import id.warta.eventlog.LiveEvents;
import id.warta.feed.ArticleFeedEvent;
import id.warta.feed.ArticleFeedWhere;
import id.warta.feed.ArticleFeeds;
import id.warta.platform.InvalidInputException;
import id.warta.platform.PageArguments;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

@Controller
class BreakingNewsController {

	private final LiveEvents live;

	private final Articles articles;

	private final ArticleFeeds feeds;

	private final InstantSource clock;

	BreakingNewsController(LiveEvents live, Articles articles, ArticleFeeds feeds, InstantSource clock) {
		this.live = live;
		this.articles = articles;
		this.feeds = feeds;
		this.clock = clock;
	}

	@SubscriptionMapping
	Flux<ArticleFeedEvent<BreakingNewsEventType>> breakingNews(@Argument @Nullable ArticleFeedWhere where,
			DataFetchingEnvironment environment) {
		return this.live.stream(environment,
				this.feeds.stream(BreakingNewsEventType::of, BreakingNewsEventType.HEARTBEAT, where));
	}

	@SchemaMapping(typeName = "BreakingNewsEvent")
	Mono<Article> article(ArticleFeedEvent<?> event, DataFetchingEnvironment environment) {
		return this.feeds.article(event, environment);
	}

	@QueryMapping
	Flux<Article> breaking(@Argument int first, DataFetchingEnvironment environment) {
		if (first < 1 || first > PageArguments.MAX_SIZE) {
			throw InvalidInputException.badArgument("first", "'first' must be between 1 and " + PageArguments.MAX_SIZE);
		}
		return this.articles.select("""
				from article a where a.visible and a.breaking_until > :now
				order by a.published_at desc, a.id desc limit :first""",
				Map.of("now", this.clock.instant(), "first", first), ArticleFields.selected(environment));
	}

	@SchemaMapping
	boolean breaking(Article article) {
		return breakingUntil(article) != null;
	}

	@SchemaMapping
	@Nullable Instant breakingUntil(Article article) {
		Instant until = article.breakingUntil();
		return (until != null && until.isAfter(this.clock.instant())) ? until : null;
	}

}
