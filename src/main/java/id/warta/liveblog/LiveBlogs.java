package id.warta.liveblog;

import id.warta.eventlog.EventLog;
import id.warta.platform.InvalidInputException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Writes live blogs. Each method is one transaction and, unless it is refused with
 * {@link InvalidInputException}, tells the log one event. Nothing is added to or pinned
 * in a blog that has ended; what is there can still be put right.
 */
@Service
public class LiveBlogs {

	private final BlogTable blogs;

	private final EntryTable entries;

	private final EventLog log;

	private final TransactionalOperator transaction;

	LiveBlogs(BlogTable blogs, EntryTable entries, EventLog log, TransactionalOperator transaction) {
		this.blogs = blogs;
		this.entries = entries;
		this.log = log;
		this.transaction = transaction;
	}

	/**
	 * Starts the live blog of an article of the type {@code LIVE}, or takes up one that
	 * has ended.
	 */
	public Mono<Void> start(long articleId) {
		return this.blogs.start(articleId)
			.then(announce(LiveBlogEventType.STARTED, articleId))
			.as(this.transaction::transactional);
	}

	/**
	 * Ends a live blog: its subscribers' streams complete.
	 */
	public Mono<Void> end(long articleId) {
		return this.blogs.lock(articleId)
			.map(BlogTable.Locked::ifLive)
			.then(this.blogs.end(articleId))
			.then(announce(LiveBlogEventType.ENDED, articleId))
			.as(this.transaction::transactional);
	}

	/**
	 * Says what those who come late have to know.
	 * @param summary HTML, sanitised here, at most {@value EntryText#MAX_HTML}
	 * characters; null for none
	 */
	public Mono<Void> setSummary(long articleId, @Nullable String summary) {
		String html = (summary != null) ? EntryText.html("summary", summary) : null;
		return this.blogs.lock(articleId)
			.then(this.blogs.setSummary(articleId, html))
			.then(announce(LiveBlogEventType.SUMMARY_CHANGED, articleId))
			.as(this.transaction::transactional);
	}

	/**
	 * Adds an entry.
	 * @param authorId who wrote it; null if nobody is to be named
	 */
	public Mono<LiveBlogEntry> addEntry(long articleId, @Nullable Long authorId, EntryText text) {
		return this.blogs.lock(articleId)
			.map(BlogTable.Locked::ifLive)
			.then(this.entries.add(articleId, authorId, text))
			.flatMap((entry) -> announce(LiveBlogEventType.ENTRY_ADDED, entry))
			.as(this.transaction::transactional);
	}

	/**
	 * Edits an entry.
	 * @param revision the revision that was edited
	 */
	public Mono<LiveBlogEntry> editEntry(long entryId, int revision, EntryText text) {
		return this.blogs.lockOfEntry(entryId)
			.then(this.entries.edit(entryId, revision, text))
			.flatMap((entry) -> announce(LiveBlogEventType.ENTRY_EDITED, entry))
			.as(this.transaction::transactional);
	}

	/**
	 * Pins an entry above the others; the one that was pinned no longer is.
	 */
	public Mono<LiveBlogEntry> pinEntry(long entryId) {
		return this.blogs.lockOfEntry(entryId)
			.map(BlogTable.Locked::ifLive)
			.flatMap((blog) -> this.entries.pin(blog.articleId(), entryId))
			.flatMap((entry) -> announce(LiveBlogEventType.ENTRY_PINNED, entry))
			.as(this.transaction::transactional);
	}

	/**
	 * Puts a pinned entry back in its place.
	 */
	public Mono<LiveBlogEntry> unpinEntry(long entryId) {
		return this.blogs.lockOfEntry(entryId)
			.then(this.entries.unpin(entryId))
			.flatMap((entry) -> announce(LiveBlogEventType.ENTRY_UNPINNED, entry))
			.as(this.transaction::transactional);
	}

	/**
	 * Removes an entry for good; if it was pinned, nothing is.
	 * @return what it was
	 */
	public Mono<LiveBlogEntry> removeEntry(long entryId) {
		return this.blogs.lockOfEntry(entryId)
			.then(this.entries.remove(entryId))
			.flatMap((entry) -> announce(LiveBlogEventType.ENTRY_REMOVED, entry))
			.as(this.transaction::transactional);
	}

	private Mono<Void> announce(LiveBlogEventType type, long articleId) {
		return this.log.append(type.kind(), LiveBlogEvent.BLOG, articleId, LiveBlogEvent.payload(articleId)).then();
	}

	private Mono<LiveBlogEntry> announce(LiveBlogEventType type, LiveBlogEntry entry) {
		return this.log.append(type.kind(), LiveBlogEvent.ENTRY, entry.id(), LiveBlogEvent.payload(entry))
			.thenReturn(entry);
	}

}
