package id.warta.liveblog;

import id.warta.article.ArticleEvents;
import id.warta.eventlog.LiveEvents;
import id.warta.eventlog.LogStream;
import id.warta.eventlog.SharedReadings;
import id.warta.platform.NodeId;
import id.warta.platform.Rows;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * What subscribers to live blogs are told, and what they read of it.
 */
@Component
class LiveBlogStreams {

	private final DatabaseClient database;

	private final SharedReadings<Long, LiveBlogEntry> sharedEntries;

	private final SharedReadings<LiveBlogLoader.Key, LiveBlog> sharedBlogs;

	LiveBlogStreams(DatabaseClient database, LiveBlogLoader blogs, EntryLoader entries, LiveEvents live) {
		this.database = database;
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
			.flatMap(this::begin)
			.switchIfEmpty(Mono.error(LiveBlogRefusals::noBlog));
	}

	/**
	 * Of a blog that has ended, this node may have told less than the database says.
	 */
	private Mono<LogStream<LiveBlogEvent>> begin(long articleId) {
		return this.database.sql("""
				select b.ended_at is null as live, h.position
				from live_blog b join article a on a.id = b.article_id and a.visible cross join event_log_head h
				where b.article_id = :article""")
			.bind("article", articleId)
			.map((row) -> Rows.required(row, "live", Boolean.class) ? stream(articleId)
					: stream(articleId).upTo(Rows.required(row, "position", Long.class)))
			.one();
	}

	private static LogStream<LiveBlogEvent> stream(long article) {
		return LogStream
			.of((event) -> LiveBlogEvent.concerns(event, article), (delivery) -> LiveBlogEvent.of(delivery, article))
			.until(LiveBlogEvent::isLast);
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
