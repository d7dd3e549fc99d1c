package id.warta.liveblog;

import java.util.Objects;
import java.util.function.Supplier;

import id.warta.platform.InvalidInputException;
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
			title = nullif(:title, ''), body = :body, key_event = :keyEvent, updated_at = clock_timestamp(),
			revision = e.revision + 1""", " and e.revision = :revision");

	private static final String PIN = UPDATE.formatted("pinned_at = clock_timestamp()", " and e.pinned_at is null");

	private static final String UNPIN = UPDATE.formatted("pinned_at = null", " and e.pinned_at is not null");

	private static final String REMOVE = UPDATE
		.formatted("removed_at = clock_timestamp(), pinned_at = null, revision = e.revision + 1", "");

	private final DatabaseClient database;

	EntryTable(DatabaseClient database) {
		this.database = database;
	}

	Mono<LiveBlogEntry> add(long articleId, @Nullable Long authorId, EntryText text) {
		return written(bind(this.database.sql("""
				insert into live_blog_entry as e (article_id, title, body, author_id, key_event)
				values (:article, nullif(:title, ''), :body, nullif(:author, 0), :keyEvent)
				returning\s""" + EntryRows.COLUMNS), text).bind("article", articleId)
			.bind("author", Objects.requireNonNullElse(authorId, 0L)))
			.onErrorMap(DataIntegrityViolationException.class, (ex) -> LiveBlogRefusals.noAuthor());
	}

	Mono<LiveBlogEntry> edit(long entryId, int revision, EntryText text) {
		return written(bind(this.database.sql(EDIT), text).bind("entry", entryId).bind("revision", revision))
			.switchIfEmpty(unchanged(entryId, LiveBlogRefusals::edited));
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

	private static GenericExecuteSpec bind(GenericExecuteSpec statement, EntryText text) {
		return statement.bind("title", Objects.requireNonNullElse(text.title(), ""))
			.bind("body", text.body())
			.bind("keyEvent", text.keyEvent());
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
