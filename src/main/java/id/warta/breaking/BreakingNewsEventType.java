package id.warta.breaking;

import java.util.Optional;

import id.warta.article.ArticleChange;
import id.warta.article.ArticleEvents;
import id.warta.eventlog.Event;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to breaking news.
 */
enum BreakingNewsEventType {

	PUBLISHED, UPDATED, CORRECTED, WITHDRAWN, ENDED, HEARTBEAT;

	/**
	 * What an event of the log means for breaking news; empty if nothing.
	 */
	static Optional<BreakingNewsEventType> of(Event event) {
		return Optional.ofNullable(switch (event.kind()) {
			case BreakingNews.STARTED -> PUBLISHED;
			case BreakingNews.UPDATED -> UPDATED;
			case BreakingNews.ENDED -> ENDED;
			case ArticleEvents.UPDATED -> ifBreaking(event, UPDATED);
			case ArticleEvents.CORRECTED -> ifBreaking(event, CORRECTED);
			case ArticleEvents.WITHDRAWN -> ifBreaking(event, WITHDRAWN);
			default -> null;
		});
	}

	private static @Nullable BreakingNewsEventType ifBreaking(Event event, BreakingNewsEventType type) {
		return ArticleChange.isBreaking(event) ? type : null;
	}

}
