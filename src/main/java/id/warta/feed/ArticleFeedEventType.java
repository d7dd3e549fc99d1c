package id.warta.feed;

import java.util.Optional;

import id.warta.article.ArticleEvents;
import id.warta.eventlog.Event;

/**
 * What can happen to an article.
 */
enum ArticleFeedEventType {

	PUBLISHED, UPDATED, CORRECTED, WITHDRAWN, HEARTBEAT;

	/**
	 * What an event of the log means for the feed; empty if nothing.
	 */
	static Optional<ArticleFeedEventType> of(Event event) {
		return Optional.ofNullable(switch (event.kind()) {
			case ArticleEvents.PUBLISHED -> PUBLISHED;
			case ArticleEvents.UPDATED -> UPDATED;
			case ArticleEvents.CORRECTED -> CORRECTED;
			case ArticleEvents.WITHDRAWN -> WITHDRAWN;
			default -> null;
		});
	}

}
