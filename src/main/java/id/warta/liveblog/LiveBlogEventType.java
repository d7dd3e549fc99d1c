package id.warta.liveblog;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.warta.article.ArticleEvents;
import id.warta.eventlog.Event;

/**
 * What can happen to a live blog.
 */
enum LiveBlogEventType {

	ENTRY_ADDED, ENTRY_EDITED, ENTRY_REMOVED, ENTRY_PINNED, ENTRY_UNPINNED, SUMMARY_CHANGED, STARTED, ENDED, WITHDRAWN,
	HEARTBEAT;

	private static final Map<String, LiveBlogEventType> BY_KIND = Stream.of(values())
		.filter((type) -> type != HEARTBEAT)
		.collect(Collectors.toUnmodifiableMap(LiveBlogEventType::kind, Function.identity()));

	/**
	 * The kind of the log's events that say so.
	 */
	String kind() {
		return (this == WITHDRAWN) ? ArticleEvents.WITHDRAWN : "LIVE_BLOG_" + name();
	}

	/**
	 * What an event of the log means for live blogs; empty if nothing.
	 */
	static Optional<LiveBlogEventType> of(Event event) {
		return Optional.ofNullable(BY_KIND.get(event.kind()));
	}

	/**
	 * Whether nothing can follow it for now.
	 */
	boolean isLast() {
		return this == ENDED || this == WITHDRAWN;
	}

}
