package id.warta.liveblog;

import id.warta.article.ArticleEvents;
import id.warta.eventlog.LiveEvents;
import id.warta.eventlog.LogStream;
import id.warta.platform.NodeId;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What subscribers to live blogs are told, and what they read of it.
 */
@Component
class LiveBlogStreams {

	private final LiveBlogLoader blogs;

	private final SharedReadings<Long, LiveBlogEntry> sharedEntries;

	private final SharedReadings<LiveBlogLoader.Key, LiveBlog> sharedBlogs;

	LiveBlogStreams(LiveBlogLoader blogs, EntryLoader entries, LiveEvents live) {
		this.blogs = blogs;
		this.sharedEntries = new SharedReadings<>(live, entries::one);
		this.sharedBlogs = new SharedReadings<>(live, blogs::one);
	}

	/**
	 * What the log tells of an article's live blog, up to its end.
	 * @param articleId the article's global id; what is none, or of an article without a
	 * live blog that readers see, is refused
	 */
	Mono<LogStream<LiveBlogEvent>> of(String articleId) {
		return Mono.fromSupplier(() -> NodeId.parse(articleId, ArticleEvents.SUBJECT, "articleId"))
			.flatMap((id) -> this.blogs.one(new LiveBlogLoader.Key(id, false)))
			.switchIfEmpty(Mono.error(LiveBlogRefusals::noBlog))
			.map(LiveBlogStreams::stream);
	}

	private static LogStream<LiveBlogEvent> stream(LiveBlog blog) {
		long article = blog.articleId();
		LogStream<LiveBlogEvent> stream = LogStream
			.of((event) -> LiveBlogEvent.concerns(event, article), (delivery) -> LiveBlogEvent.of(delivery, article))
			.until(LiveBlogEvent::isLast);
		return blog.live() ? stream : stream.untilAllIsTold();
	}

	/**
	 * The entry that an event is about, as it is now; empty if readers see none.
	 */
	Mono<LiveBlogEntry> entry(LiveBlogEvent event) {
		return Mono.justOrEmpty(event.hasEntry() ? event.subject() : null).flatMap(this.sharedEntries::of);
	}

	/**
	 * A blog as it is now; empty if readers see none.
	 */
	Mono<LiveBlog> blog(LiveBlogLoader.Key key) {
		return this.sharedBlogs.of(key);
	}

}
