package id.warta.liveblog;

import java.time.Instant;

import id.warta.platform.Node;
import id.warta.platform.StaleRevisionException;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a live blog that has not been removed.
 *
 * @param id its id
 * @param articleId the article that the blog belongs to
 * @param title its headline
 * @param body sanitised HTML
 * @param authorId who wrote it
 * @param keyEvent whether it tells a turn of the story
 * @param pinned whether it stands above the others
 * @param createdAt when it was added
 * @param updatedAt when it was last edited; null if never
 * @param revision grows by one with every edit
 */
public record LiveBlogEntry(long id, long articleId, @Nullable String title, String body, @Nullable Long authorId,
		boolean keyEvent, boolean pinned, Instant createdAt, @Nullable Instant updatedAt,
		int revision) implements Node {

	/**
	 * Refuses an edit of what is no longer so.
	 * @param expected the revision that it started from
	 * @throws StaleRevisionException if that isn't the current one
	 */
	LiveBlogEntry requireRevision(int expected) {
		if (expected != this.revision) {
			throw new StaleRevisionException(this.revision);
		}
		return this;
	}

}
