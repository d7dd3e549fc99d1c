package id.warta.liveblog;

import java.util.Objects;

import id.warta.platform.Rows;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;

/**
 * Writes live blogs, within the transactions of {@link LiveBlogs}.
 */
@Component
class BlogTable {

	/**
	 * Whether the viewer may know of the article {@code a}: readers see it, its byline is
	 * theirs, or they may read everybody's.
	 */
	private static final String KNOWN = """
			(a.visible or :all or a.owner_id = :staff or exists (
			    select from article_author w join staff s on s.author_id = w.author_id
			    where w.article_id = a.id and s.id = :staff))""";

	private final DatabaseClient database;

	BlogTable(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * A blog that nobody else writes to before the transaction ends.
	 *
	 * @param articleId whose it is
	 * @param live whether it goes on
	 */
	record Locked(long articleId, boolean live) {

		static Locked of(Readable row) {
			return new Locked(Rows.required(row, "article_id", Long.class), Rows.required(row, "live", Boolean.class));
		}

		Locked ifLive() {
			if (!this.live) {
				throw LiveBlogRefusals.ended();
			}
			return this;
		}

	}

	/**
	 * Locks an article's blog, so that its writers come one after the other, and its
	 * events in the order of its changes.
	 * @return fails with {@code NOT_FOUND} if there is none that the viewer may know of
	 */
	Mono<Locked> lock(Viewer viewer, long articleId) {
		return lock(viewer, "b.article_id = :id", articleId).switchIfEmpty(Mono.error(LiveBlogRefusals::noBlog));
	}

	/**
	 * Locks the blog that an entry belongs to.
	 * @return fails with {@code NOT_FOUND} if there is none that the viewer may know of
	 */
	Mono<Locked> lockOfEntry(Viewer viewer, long entryId) {
		return lock(viewer, "b.article_id = (select article_id from live_blog_entry where id = :id)", entryId)
			.switchIfEmpty(Mono.error(LiveBlogRefusals::noEntry));
	}

	private Mono<Locked> lock(Viewer viewer, String condition, long id) {
		return known(viewer, this.database.sql("""
				select b.article_id, b.ended_at is null as live
				from live_blog b join article a on a.id = b.article_id where %s and %s for update of b"""
			.formatted(condition, KNOWN))).bind("id", id).map(Locked::of).one();
	}

	private static GenericExecuteSpec known(Viewer viewer, GenericExecuteSpec statement) {
		return statement.bind("all", viewer.may(Permission.PUBLISH_ARTICLES))
			.bind("staff", Objects.requireNonNullElse(viewer.staffId(), 0L));
	}

	/**
	 * Starts an article's blog, or takes up one that has ended.
	 */
	Mono<Void> start(Viewer viewer, long articleId) {
		return known(viewer,
				this.database.sql("select a.type = 'LIVE' as live from article a where a.id = :id and " + KNOWN))
			.bind("id", articleId)
			.mapValue(Boolean.class)
			.one()
			.switchIfEmpty(Mono.error(LiveBlogRefusals::noArticle))
			.flatMap((live) -> live ? start(articleId) : Mono.error(LiveBlogRefusals::notLive));
	}

	private Mono<Void> start(long articleId) {
		return this.database.sql("""
				insert into live_blog as b (article_id) values (:id)
				on conflict (article_id) do update set ended_at = null where b.ended_at is not null""")
			.bind("id", articleId)
			.fetch()
			.rowsUpdated()
			.flatMap((rows) -> (rows == 1) ? Mono.empty() : Mono.error(LiveBlogRefusals::goesOn));
	}

	Mono<Void> end(long articleId) {
		return this.database.sql("update live_blog set ended_at = clock_timestamp() where article_id = :id")
			.bind("id", articleId)
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> setSummary(long articleId, @Nullable String summary) {
		return this.database.sql("update live_blog set summary = nullif(:summary, '') where article_id = :id")
			.bind("id", articleId)
			.bind("summary", Objects.requireNonNullElse(summary, ""))
			.fetch()
			.rowsUpdated()
			.then();
	}

}
