package id.warta.liveblog;

import java.time.Instant;
import java.util.Map;

import id.warta.article.ArticleEvents;
import id.warta.eventlog.Delivery;
import id.warta.eventlog.Event;
import id.warta.platform.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber to a live blog is told.
 *
 * @param cursor where to go on from
 * @param occurredAt when it happened
 * @param type what happened
 * @param article the id of the blog's article
 * @param subject the id of the entry that it happened to; null if it happened to none
 * @param revision the entry's revision when it happened
 */
record LiveBlogEvent(String cursor, Instant occurredAt, LiveBlogEventType type, long article, @Nullable Long subject,
		@Nullable Integer revision) {

	/** The GraphQL type of the entries. */
	static final String ENTRY = "LiveBlogEntry";

	/** The subject of the events about a whole blog; their id is the article's. */
	static final String BLOG = "LiveBlog";

	private static final String ARTICLE_KEY = "article";

	private static final String ENTRY_KEY = "entry";

	private static final String REVISION_KEY = "revision";

	/**
	 * What the log keeps of something that happened to a blog.
	 */
	static Map<String, ?> payload(long article) {
		return Map.of(ARTICLE_KEY, article);
	}

	/**
	 * What the log keeps of something that happened to an entry.
	 */
	static Map<String, ?> payload(LiveBlogEntry entry) {
		return Map.of(ARTICLE_KEY, entry.articleId(), ENTRY_KEY, entry.id(), REVISION_KEY, entry.revision());
	}

	/**
	 * Whether an event of the log tells of an article's live blog.
	 */
	static boolean concerns(Event event, long article) {
		return LiveBlogEventType.of(event).filter((type) -> article == articleOf(event, type)).isPresent();
	}

	private static long articleOf(Event event, LiveBlogEventType type) {
		Object article = (type == LiveBlogEventType.WITHDRAWN) ? event.subjectId() : event.payload().get(ARTICLE_KEY);
		return (article instanceof Number number) ? number.longValue() : 0;
	}

	static boolean isLast(Event event) {
		return LiveBlogEventType.of(event).filter(LiveBlogEventType::isLast).isPresent();
	}

	static LiveBlogEvent of(Delivery delivery, long article) {
		Event event = delivery.event();
		String cursor = delivery.cursor().toString();
		if (event == null) {
			return new LiveBlogEvent(cursor, delivery.occurredAt(), LiveBlogEventType.HEARTBEAT, article, null, null);
		}
		Number entry = (Number) event.payload().get(ENTRY_KEY);
		return new LiveBlogEvent(cursor, delivery.occurredAt(), LiveBlogEventType.of(event).orElseThrow(), article,
				(entry != null) ? entry.longValue() : null,
				(entry != null && event.payload().get(REVISION_KEY) instanceof Number revision) ? revision.intValue()
						: null);
	}

	/**
	 * The article's global id.
	 */
	public String articleId() {
		return new NodeId(ArticleEvents.SUBJECT, this.article).toString();
	}

	/**
	 * The entry's global id; null if it happened to none.
	 */
	public @Nullable String entryId() {
		return (this.subject != null) ? new NodeId(ENTRY, this.subject).toString() : null;
	}

	/**
	 * Whether there is an entry to read.
	 */
	boolean hasEntry() {
		return this.subject != null && this.type != LiveBlogEventType.ENTRY_REMOVED;
	}

	/**
	 * Whether there is a blog that may have changed.
	 */
	boolean hasBlog() {
		return this.type != LiveBlogEventType.HEARTBEAT && this.type != LiveBlogEventType.WITHDRAWN;
	}

}
