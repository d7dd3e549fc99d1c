package id.warta.comment;

import java.time.Instant;

import id.warta.eventlog.Delivery;
import id.warta.eventlog.Event;
import id.warta.platform.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber to an article's comments is told.
 *
 * @param cursor where to go on from
 * @param occurredAt when it happened
 * @param type what happened
 * @param article the id of the article within its type; null for a heartbeat
 * @param subject the id of the comment within its type; null for a heartbeat
 * @param parent the id of what it replies to within its type; null if it is no reply
 */
record CommentFeedEvent(String cursor, Instant occurredAt, CommentFeedEventType type, @Nullable Long article,
		@Nullable Long subject, @Nullable Long parent) {

	static CommentFeedEvent of(Delivery delivery) {
		Event event = delivery.event();
		String cursor = delivery.cursor().toString();
		return (event == null)
				? new CommentFeedEvent(cursor, delivery.occurredAt(), CommentFeedEventType.HEARTBEAT, null, null, null)
				: new CommentFeedEvent(cursor, delivery.occurredAt(), CommentFeedEventType.of(event).orElseThrow(),
						number(event, CommentEvents.ARTICLE), event.subjectId(), number(event, CommentEvents.PARENT));
	}

	/**
	 * Whether an event is about a comment below an article.
	 */
	static boolean isBelow(long article, Event event) {
		Long below = CommentFeedEventType.of(event).isPresent() ? number(event, CommentEvents.ARTICLE) : null;
		return below != null && below == article;
	}

	private static @Nullable Long number(Event event, String key) {
		return (event.payload().get(key) instanceof Number number) ? number.longValue() : null;
	}

	/**
	 * The comment's global id; null for a heartbeat.
	 */
	public @Nullable String commentId() {
		return globalId(this.subject);
	}

	/**
	 * The global id of what it replies to; null if it is no reply.
	 */
	public @Nullable String parentId() {
		return globalId(this.parent);
	}

	private static @Nullable String globalId(@Nullable Long id) {
		return (id != null) ? new NodeId(CommentEvents.SUBJECT, id).toString() : null;
	}

}
