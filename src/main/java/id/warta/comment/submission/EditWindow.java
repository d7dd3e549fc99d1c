package id.warta.comment.submission;

import java.time.Instant;
import java.time.InstantSource;

import id.warta.comment.CommentProperties;

import org.springframework.stereotype.Component;

/**
 * For how long authors may change their comments.
 */
@Component
class EditWindow {

	private final CommentProperties properties;

	private final InstantSource clock;

	EditWindow(CommentProperties properties, InstantSource clock) {
		this.properties = properties;
		this.clock = clock;
	}

	Instant until(OwnComment comment) {
		return comment.createdAt().plus(this.properties.editableFor());
	}

	boolean isOver(OwnComment comment) {
		return this.clock.instant().isAfter(until(comment));
	}

}
