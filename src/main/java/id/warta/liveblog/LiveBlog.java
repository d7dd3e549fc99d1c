package id.warta.liveblog;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The live blog of an article that readers may see.
 *
 * @param articleId the article
 * @param summary sanitised HTML: what those who come late have to know
 * @param startedAt when it began for the first time
 * @param endedAt when it ended; null while it goes on
 * @param highlights the pinned entry and the newest key events, the newest first; empty
 * unless they were selected
 */
public record LiveBlog(long articleId, @Nullable String summary, Instant startedAt, @Nullable Instant endedAt,
		List<LiveBlogEntry> highlights) {

	/** How many key events a blog shows at most. */
	static final int MAX_KEY_EVENTS = 30;

	LiveBlog withHighlights(List<LiveBlogEntry> read) {
		return new LiveBlog(this.articleId, this.summary, this.startedAt, this.endedAt, read);
	}

	public boolean live() {
		return this.endedAt == null;
	}

	public @Nullable LiveBlogEntry pinned() {
		return this.highlights.stream().filter(LiveBlogEntry::pinned).findFirst().orElse(null);
	}

	public List<LiveBlogEntry> keyEvents() {
		return this.highlights.stream().filter(LiveBlogEntry::keyEvent).limit(MAX_KEY_EVENTS).toList();
	}

}
