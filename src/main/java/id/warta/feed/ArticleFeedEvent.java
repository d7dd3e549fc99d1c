package id.warta.feed;

import java.time.Instant;

import id.warta.article.ArticleChange;
import id.warta.article.ArticleEvents;
import id.warta.platform.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What a stream tells of an article, or a heartbeat.
 *
 * @param cursor where to go on from
 * @param occurredAt when it happened
 * @param type what happened
 * @param change to which article; null for a heartbeat
 * @param <T> what can happen
 */
public record ArticleFeedEvent<T>(String cursor, Instant occurredAt, T type, @Nullable ArticleChange change) {

	/**
	 * The article's global id; null for a heartbeat.
	 */
	public @Nullable String articleId() {
		return (this.change != null) ? new NodeId(ArticleEvents.SUBJECT, this.change.articleId()).toString() : null;
	}

	/**
	 * The article's revision when it happened; null for a heartbeat.
	 */
	public @Nullable Integer revision() {
		return (this.change != null) ? this.change.revision() : null;
	}

	/**
	 * Why, if the newsroom says so.
	 */
	public @Nullable String reason() {
		return (this.change != null) ? this.change.reason() : null;
	}

}
