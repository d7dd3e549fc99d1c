package id.warta.comment;

import java.util.Optional;

import id.warta.eventlog.Event;

/**
 * What can happen to a comment.
 */
enum CommentFeedEventType {

	APPROVED, EDITED, PINNED, UNPINNED, REMOVED, HEARTBEAT;

	/**
	 * What an event of the log means for comments; empty if nothing.
	 */
	static Optional<CommentFeedEventType> of(Event event) {
		return Optional.ofNullable(switch (event.kind()) {
			case CommentEvents.APPROVED -> APPROVED;
			case CommentEvents.EDITED -> EDITED;
			case CommentEvents.PINNED -> PINNED;
			case CommentEvents.UNPINNED -> UNPINNED;
			case CommentEvents.REMOVED -> REMOVED;
			default -> null;
		});
	}

}
