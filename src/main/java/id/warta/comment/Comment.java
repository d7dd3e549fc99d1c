package id.warta.comment;

import java.time.Instant;

import id.warta.platform.Node;
import org.jspecify.annotations.Nullable;

/**
 * An approved comment.
 *
 * @param id its id
 * @param authorName what its author calls themselves
 * @param authorUrl their own page
 * @param body sanitised HTML
 * @param createdAt when it was written
 * @param depth how deep it stands in its thread, from 0
 * @param replyCount how many approved replies it has; null unless it was selected
 */
record Comment(long id, String authorName, @Nullable String authorUrl, String body, Instant createdAt, int depth,
		@Nullable Long replyCount) implements Node {

}
