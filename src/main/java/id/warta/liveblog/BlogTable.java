package id.warta.liveblog;

import java.util.Objects;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Writes live blogs, within the transactions of {@link LiveBlogs}.
 */
@Component
class BlogTable {

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
			return new Locked(EntryRows.required(row, "article_id", Long.class),
					EntryRows.required(row, "live", Boolean.class));
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
	 */
	Mono<Locked> lock(long articleId) {
		return lock("b.article_id = :id", articleId).switchIfEmpty(Mono.error(LiveBlogRefusals::noBlog));
	}

	/**
	 * Locks the blog that an entry belongs to.
	 */
	Mono<Locked> lockOfEntry(long entryId) {
		return lock("b.article_id = (select article_id from live_blog_entry where id = :id)", entryId)
			.switchIfEmpty(Mono.error(LiveBlogRefusals::noEntry));
	}

	private Mono<Locked> lock(String condition, long id) {
		return this.database
			.sql("select b.article_id, b.ended_at is null as live from live_blog b where %s for update"
				.formatted(condition))
			.bind("id", id)
			.map(Locked::of)
			.one();
	}

	/**
	 * Starts an article's blog, or takes up one that has ended.
	 */
	Mono<Void> start(long articleId) {
		return this.database.sql("""
				insert into live_blog as b (article_id) select id from article where id = :id and type = 'LIVE'
				on conflict (article_id) do update set ended_at = null where b.ended_at is not null""")
			.bind("id", articleId)
			.fetch()
			.rowsUpdated()
			.flatMap((rows) -> (rows == 1) ? Mono.empty() : whyNotStarted(articleId));
	}

	private Mono<Void> whyNotStarted(long articleId) {
		return this.database.sql("select type = 'LIVE' as live from article where id = :id")
			.bind("id", articleId)
			.map((row) -> Objects.requireNonNull(row.get("live", Boolean.class)))
			.one()
			.switchIfEmpty(Mono.error(LiveBlogRefusals::noArticle))
			.flatMap((live) -> Mono.error(live ? LiveBlogRefusals.goesOn() : LiveBlogRefusals.notLive()));
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
