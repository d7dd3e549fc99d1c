package id.warta.liveblog;

import graphql.schema.DataFetchingEnvironment;
import id.warta.eventlog.LiveEvents;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

@Controller
class LiveBlogEventController {

	private final LiveEvents live;

	private final LiveBlogStreams streams;

	LiveBlogEventController(LiveEvents live, LiveBlogStreams streams) {
		this.live = live;
		this.streams = streams;
	}

	@SubscriptionMapping
	Flux<LiveBlogEvent> liveBlog(@Argument String articleId, DataFetchingEnvironment environment) {
		return this.live.stream(environment, this.streams.of(articleId));
	}

	@SchemaMapping
	Mono<LiveBlogEntry> entry(LiveBlogEvent event) {
		return this.streams.entry(event);
	}

	@SchemaMapping
	Mono<LiveBlog> liveBlog(LiveBlogEvent event, DataFetchingEnvironment environment) {
		return event.hasBlog() ? this.streams.blog(LiveBlogLoader.Key.of(event.article(), environment)) : Mono.empty();
	}

}
