package id.warta.viewcount;

import java.time.Instant;

import id.warta.platform.NodeId;

/**
 * What a subscriber to view counts is told.
 *
 * @param cursor the place in the log when it was read
 * @param occurredAt when it was read
 * @param article the article
 * @param viewCount how often it was read
 */
record ViewCountEvent(String cursor, Instant occurredAt, long article, long viewCount) {

	/**
	 * The article's global id.
	 */
	public String articleId() {
		return new NodeId("Article", this.article).toString();
	}

}
