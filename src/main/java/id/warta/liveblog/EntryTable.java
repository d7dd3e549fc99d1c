package id.warta.liveblog;

import java.util.Objects;
import java.util.function.Supplier;

import id.warta.platform.InvalidInputException;
import id.warta.platform.Rows;
import id.warta.platform.access.AccessException;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import id.warta.platform.input.EditedColumns;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;

/**
 * Writes entries of live blogs that are locked, within the transactions of
 * {@link LiveBlogs}.
 */
@Component
class EntryTable {

	private static final String UPDATE = """
			update live_blog_entry e set %s where e.id = :entry and e.removed_at is null%s returning\s"""
			+ EntryRows.COLUMNS;

	private static final String EDIT = UPDATE.formatted("""
			updated_at = clock_timestamp(), revision = e.revision + 1, (title, body, key_event, author_id) = (
			    select r.title, r.body, r.key_event, r.author_id from jsonb_populate_record(e, :columns) r)""", "");

	private static final String BYLINE = """
			case when :own then (select author_id from staff where id = :staff) else nullif(:author, 0) end""";

	private static final String PIN = UPDATE.formatted("pinned_at = clock_timestamp()", " and e.pinned_at is null");

	private static final String UNPIN = UPDATE.formatted("pinned_at = null", " and e.pinned_at is not null");

	private static final String REMOVE = UPDATE
		.formatted("removed_at = clock_timestamp(), pinned_at = null, revision = e.revision + 1", "");

	private final DatabaseClient database;

	EntryTable(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Adds an entry.
	 * @param staff who of the staff adds it; null if nobody does
	 */
	Mono<LiveBlogEntry> add(long articleId, @Nullable Long staff, NewEntry entry) {
		return this.database.sql("""
				insert into live_blog_entry as e
				    (article_id, title, body, key_event, author_id, staff_id, idempotency_key)
				values (:article, nullif(:title, ''), :body, :keyEvent, %s, nullif(:staff, 0), nullif(:key, ''))
				returning\s""".formatted(BYLINE) + EntryRows.COLUMNS)
			.bind("article", articleId)
			.bind("title", Objects.requireNonNullElse(entry.text().title(), ""))
			.bind("body", entry.text().body())
			.bind("keyEvent", entry.text().keyEvent())
			.bind("own", entry.ownByline())
			.bind("author", Objects.requireNonNullElse(entry.authorId(), 0L))
			.bind("staff", Objects.requireNonNullElse(staff, 0L))
			.bind("key", Objects.requireNonNullElse(entry.key(), ""))
			.map(EntryRows::map)
			.one()
			.onErrorMap(DataIntegrityViolationException.class, (ex) -> LiveBlogRefusals.noAuthor());
	}

	/**
	 * The entry that was added under a key before; empty if none was. One that was
	 * removed since is refused.
	 */
	Mono<LiveBlogEntry> added(long articleId, @Nullable String key) {
		return (key == null) ? Mono.empty()
				: this.database.sql("""
						select %s, e.removed_at is not null as removed from live_blog_entry e
						where e.article_id = :article and e.idempotency_key = :key""".formatted(EntryRows.COLUMNS))
					.bind("article", articleId)
					.bind("key", key)
					.map(EntryTable::unlessRemoved)
					.one();
	}

	private static LiveBlogEntry unlessRemoved(Readable row) {
		if (Rows.required(row, "removed", Boolean.class)) {
			throw LiveBlogRefusals.removed();
		}
		return EntryRows.map(row);
	}

	/**
	 * An entry that somebody may edit and remove: their own, or anybody's if they run
	 * live blogs.
	 * @return fails with {@link AccessException} if it is somebody else's
	 */
	Mono<LiveBlogEntry> own(Viewer viewer, long entryId) {
		return this.database
			.sql("""
					select %s, e.staff_id from live_blog_entry e where e.id = :entry and e.removed_at is null"""
				.formatted(EntryRows.COLUMNS))
			.bind("entry", entryId)
			.map((row) -> ifOwn(viewer, row))
			.one()
			.switchIfEmpty(Mono.error(LiveBlogRefusals::noEntry));
	}

	private static LiveBlogEntry ifOwn(Viewer viewer, Readable row) {
		if (!Objects.equals(row.get("staff_id", Long.class), viewer.staffId())) {
			viewer.require(Permission.RUN_LIVE_BLOGS);
		}
		return EntryRows.map(row);
	}

	Mono<LiveBlogEntry> edit(long entryId, EditedColumns columns) {
		return written(this.database.sql(EDIT).bind("entry", entryId).bind("columns", columns.json()))
			.onErrorMap(DataIntegrityViolationException.class, (ex) -> LiveBlogRefusals.noAuthor());
	}

	/**
	 * Pins an entry in place of the one that is pinned, if one is.
	 */
	Mono<LiveBlogEntry> pin(long articleId, long entryId) {
		return this.database.sql("""
				update live_blog_entry set pinned_at = null
				where article_id = :article and pinned_at is not null and id <> :entry""")
			.bind("article", articleId)
			.bind("entry", entryId)
			.fetch()
			.rowsUpdated()
			.then(written(this.database.sql(PIN).bind("entry", entryId)))
			.switchIfEmpty(unchanged(entryId, LiveBlogRefusals::pinned));
	}

	Mono<LiveBlogEntry> unpin(long entryId) {
		return written(this.database.sql(UNPIN).bind("entry", entryId))
			.switchIfEmpty(unchanged(entryId, LiveBlogRefusals::notPinned));
	}

	Mono<LiveBlogEntry> remove(long entryId) {
		return written(this.database.sql(REMOVE).bind("entry", entryId))
			.switchIfEmpty(Mono.error(LiveBlogRefusals::noEntry));
	}

	private static Mono<LiveBlogEntry> written(GenericExecuteSpec statement) {
		return statement.map(EntryRows::map).one();
	}

	/** Why a statement changed nothing: there is no such entry, or the reason given. */
	private Mono<LiveBlogEntry> unchanged(long entryId, Supplier<InvalidInputException> otherwise) {
		return this.database.sql("select id from live_blog_entry where id = :entry and removed_at is null")
			.bind("entry", entryId)
			.mapValue(Long.class)
			.one()
			.switchIfEmpty(Mono.error(LiveBlogRefusals::noEntry))
			.flatMap((there) -> Mono.error(otherwise));
	}

}
