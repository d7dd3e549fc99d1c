package id.warta.breaking;

import java.time.Instant;

import id.warta.article.ArticleEvents;
import id.warta.eventlog.Delivery;
import id.warta.eventlog.Event;
import id.warta.platform.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber to breaking news is told.
 *
 * @param cursor where to go on from
 * @param occurredAt when it happened
 * @param type what happened
 * @param subject the id of the article within its type; null for a heartbeat
 * @param revision the article's revision when it happened
 * @param reason why, if the newsroom says so
 */
record BreakingNewsEvent(String cursor, Instant occurredAt, BreakingNewsEventType type, @Nullable Long subject,
		@Nullable Integer revision, @Nullable String reason) {

	static BreakingNewsEvent of(Delivery delivery) {
		Event event = delivery.event();
		String cursor = delivery.cursor().toString();
		if (event == null) {
			return new BreakingNewsEvent(cursor, delivery.occurredAt(), BreakingNewsEventType.HEARTBEAT, null, null,
					null);
		}
		return new BreakingNewsEvent(cursor, delivery.occurredAt(), BreakingNewsEventType.of(event).orElseThrow(),
				event.subjectId(),
				(event.payload().get("revision") instanceof Number revision) ? revision.intValue() : null,
				(event.payload().get("reason") instanceof String reason) ? reason : null);
	}

	/**
	 * The article's global id; null for a heartbeat.
	 */
	public @Nullable String articleId() {
		return (this.subject != null) ? new NodeId(ArticleEvents.SUBJECT, this.subject).toString() : null;
	}

}
