package id.warta.comment;

import java.time.Instant;

import id.warta.platform.Node;
import org.jspecify.annotations.Nullable;

/**
 * A comment as readers find it: as it was written, or as the place of what is no longer
 * to be read but has replies.
 *
 * @param id its id
 * @param articleId the article that it stands below
 * @param parentId the comment that it stands below; null for a thread's first
 * @param replyToId the comment that it answers; null if it answers none
 * @param authorName what its author calls themselves; empty if it is removed
 * @param authorUrl their own page
 * @param avatarHash what tells them from others; null unless it was selected, or without
 * an e-mail address
 * @param staff whether they are of the staff
 * @param body sanitised HTML; empty if it is removed
 * @param createdAt when it was written
 * @param editedAt when it was last edited
 * @param removed whether it is no longer to be read
 * @param pinned whether moderators recommend it
 * @param depth how deep it stands in its thread, from 0
 * @param replyCount how many replies to it readers find
 * @param likeCount how many readers like it
 * @param revision grows by one with every edit
 */
public record Comment(long id, long articleId, @Nullable Long parentId, @Nullable Long replyToId, String authorName,
		@Nullable String authorUrl, @Nullable String avatarHash, boolean staff, String body, Instant createdAt,
		@Nullable Instant editedAt, boolean removed, boolean pinned, int depth, int replyCount, int likeCount,
		int revision) implements Node {

}
