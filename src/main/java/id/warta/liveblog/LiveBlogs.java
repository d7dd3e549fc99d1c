package id.warta.liveblog;

import java.util.Map;

import id.warta.eventlog.RecordedChanges;
import id.warta.platform.InvalidInputException;
import id.warta.platform.StaleRevisionException;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Writes live blogs. Each method is one transaction and, unless it is refused with
 * {@link InvalidInputException}, tells the audit log and the event log what was done.
 * Nothing is added to or pinned in a blog that has ended; what is there can still be put
 * right. Of an article that the viewer may not know of, there is no blog.
 */
@Service
public class LiveBlogs {

	private final BlogTable blogs;

	private final EntryTable entries;

	private final RecordedChanges changes;

	private final TransactionalOperator transaction;

	LiveBlogs(BlogTable blogs, EntryTable entries, RecordedChanges changes, TransactionalOperator transaction) {
		this.blogs = blogs;
		this.entries = entries;
		this.changes = changes;
		this.transaction = transaction;
	}

	/**
	 * Starts the live blog of an article of the type {@code LIVE}, or takes up one that
	 * has ended.
	 */
	public Mono<Void> start(Viewer viewer, long articleId) {
		viewer.require(Permission.RUN_LIVE_BLOGS);
		return this.blogs.start(viewer, articleId)
			.then(record(viewer, "startLiveBlog", LiveBlogEventType.STARTED, articleId))
			.as(this.transaction::transactional);
	}

	/**
	 * Ends a live blog: its subscribers' streams complete.
	 */
	public Mono<Void> end(Viewer viewer, long articleId) {
		viewer.require(Permission.RUN_LIVE_BLOGS);
		return this.blogs.lock(viewer, articleId)
			.map(BlogTable.Locked::ifLive)
			.then(this.blogs.end(articleId))
			.then(record(viewer, "endLiveBlog", LiveBlogEventType.ENDED, articleId))
			.as(this.transaction::transactional);
	}

	/**
	 * Says what those who come late have to know.
	 * @param summary HTML, sanitised here, at most {@value EntryText#MAX_HTML}
	 * characters; null for none
	 */
	public Mono<Void> setSummary(Viewer viewer, long articleId, @Nullable String summary) {
		viewer.require(Permission.RUN_LIVE_BLOGS);
		String html = (summary != null) ? EntryText.html(summary, "summary") : null;
		return this.blogs.lock(viewer, articleId)
			.then(this.blogs.setSummary(articleId, html))
			.then(record(viewer, "setLiveBlogSummary", LiveBlogEventType.SUMMARY_CHANGED, articleId))
			.as(this.transaction::transactional);
	}

	/**
	 * Adds an entry.
	 * @return the entry; the one that was added before if its key is known
	 */
	public Mono<LiveBlogEntry> addEntry(Viewer viewer, long articleId, NewEntry entry) {
		viewer.require(Permission.WRITE_LIVE_BLOGS);
		return this.blogs.lock(viewer, articleId)
			.flatMap((blog) -> this.entries.added(articleId, entry.key())
				.switchIfEmpty(Mono.defer(() -> add(viewer, blog.ifLive(), entry))))
			.as(this.transaction::transactional);
	}

	private Mono<LiveBlogEntry> add(Viewer viewer, BlogTable.Locked blog, NewEntry entry) {
		return this.entries.add(blog.articleId(), viewer.staffId(), entry)
			.flatMap((added) -> record(viewer, "addLiveBlogEntry", LiveBlogEventType.ENTRY_ADDED, added));
	}

	/**
	 * Edits an entry: one's own, or anybody's if one runs live blogs.
	 * @param revision the revision that was edited
	 * @return fails with {@link StaleRevisionException} if it isn't the current one
	 */
	public Mono<LiveBlogEntry> editEntry(Viewer viewer, long entryId, int revision, EntryEdit edit) {
		viewer.require(Permission.WRITE_LIVE_BLOGS);
		return this.blogs.lockOfEntry(viewer, entryId)
			.then(this.entries.own(viewer, entryId))
			.map((entry) -> entry.requireRevision(revision))
			.flatMap((entry) -> this.entries.edit(entryId, edit.columns()))
			.flatMap((entry) -> record(viewer, "editLiveBlogEntry", LiveBlogEventType.ENTRY_EDITED, entry))
			.as(this.transaction::transactional);
	}

	/**
	 * Pins an entry above the others; the one that was pinned no longer is.
	 */
	public Mono<LiveBlogEntry> pinEntry(Viewer viewer, long entryId) {
		viewer.require(Permission.RUN_LIVE_BLOGS);
		return this.blogs.lockOfEntry(viewer, entryId)
			.map(BlogTable.Locked::ifLive)
			.flatMap((blog) -> this.entries.pin(blog.articleId(), entryId))
			.flatMap((entry) -> record(viewer, "pinLiveBlogEntry", LiveBlogEventType.ENTRY_PINNED, entry))
			.as(this.transaction::transactional);
	}

	/**
	 * Puts a pinned entry back in its place.
	 */
	public Mono<LiveBlogEntry> unpinEntry(Viewer viewer, long entryId) {
		viewer.require(Permission.RUN_LIVE_BLOGS);
		return this.blogs.lockOfEntry(viewer, entryId)
			.then(this.entries.unpin(entryId))
			.flatMap((entry) -> record(viewer, "unpinLiveBlogEntry", LiveBlogEventType.ENTRY_UNPINNED, entry))
			.as(this.transaction::transactional);
	}

	/**
	 * Removes an entry for good: one's own, or anybody's if one runs live blogs. If it
	 * was pinned, nothing is.
	 * @return what it was
	 */
	public Mono<LiveBlogEntry> removeEntry(Viewer viewer, long entryId) {
		viewer.require(Permission.WRITE_LIVE_BLOGS);
		return this.blogs.lockOfEntry(viewer, entryId)
			.then(this.entries.own(viewer, entryId))
			.then(this.entries.remove(entryId))
			.flatMap((entry) -> record(viewer, "removeLiveBlogEntry", LiveBlogEventType.ENTRY_REMOVED, entry))
			.as(this.transaction::transactional);
	}

	private Mono<Void> record(Viewer viewer, String action, LiveBlogEventType type, long articleId) {
		return record(viewer, action, type, LiveBlogEvent.BLOG, articleId, LiveBlogEvent.payload(articleId));
	}

	private Mono<LiveBlogEntry> record(Viewer viewer, String action, LiveBlogEventType type, LiveBlogEntry entry) {
		return record(viewer, action, type, LiveBlogEvent.ENTRY, entry.id(), LiveBlogEvent.payload(entry))
			.thenReturn(entry);
	}

	private Mono<Void> record(Viewer viewer, String action, LiveBlogEventType type, String subject, long id,
			Map<String, ?> payload) {
		return this.changes.record(viewer, new RecordedChanges.Change(action, type.kind(), subject, id, payload))
			.then();
	}

}
