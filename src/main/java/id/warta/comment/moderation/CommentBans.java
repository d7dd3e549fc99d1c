package id.warta.comment.moderation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Connection;
import id.warta.platform.Cursor;
import id.warta.platform.Keyset;
import id.warta.platform.Node;
import id.warta.platform.NodeLoader;
import id.warta.platform.PageArguments;
import id.warta.platform.Total;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;

/**
 * Reads and writes bans, which moderators alone see.
 */
@Component
class CommentBans implements NodeLoader {

	/** The GraphQL type. */
	static final String SUBJECT = "CommentBan";

	private static final String LIST = "cb";

	private final DatabaseClient database;

	private final InstantSource clock;

	CommentBans(DatabaseClient database, InstantSource clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * A page of them, the newest first.
	 * @param active whether they are not over yet; null for whatever
	 */
	Mono<Connection<CommentBan>> page(@Nullable Boolean active, DataFetchingEnvironment environment) {
		PageArguments page = PageArguments.of(environment, LIST, 2, Keyset::check);
		String condition = (active != null) ? " where coalesce(b.expires_at > :now, true) = " + active : " where true";
		Instant now = this.clock.instant();
		Mono<Connection<CommentBan>> read = page(page, condition, now);
		return environment.getSelectionSet().containsAnyOf("totalCount", "totalCountIsExact")
				? read.zipWith(total(condition, now), Connection::withTotal) : read;
	}

	private Mono<Connection<CommentBan>> page(PageArguments page, String condition, Instant now) {
		Keyset keyset = new Keyset(page, "b.created_at", "b.id", true);
		return keyset
			.bind(this.database.sql("select " + CommentBan.COLUMNS + " from comment_ban b" + condition + keyset.sql())
				.bind("now", now))
			.map(CommentBan::of)
			.all()
			.collectList()
			.map((rows) -> Connection.of(rows, page, (ban) -> Cursor.of(LIST, ban.createdAt(), ban.id())));
	}

	private Mono<Total> total(String condition, Instant now) {
		return this.database
			.sql("select count(*) from (select b.created_at < :now from comment_ban b" + condition
					+ " limit :bound) counted")
			.bind("now", now)
			.bind("bound", Total.BOUND + 1)
			.mapValue(Long.class)
			.one()
			.map(Total::bounded);
	}

	/**
	 * Bans somebody, within a transaction. A ban of the same e-mail address or network
	 * becomes this one: whoever bans locks the table first, so that nobody is banned
	 * twice.
	 */
	Mono<CommentBan> put(Viewer viewer, BanCommenterInput.Checked ban) {
		return this.database.sql("lock table comment_ban in share row exclusive mode")
			.then()
			.then(Mono.defer(() -> write("""
					update comment_ban b set effect = :effect, reason = :reason, staff_id = :staff, created_at = :now,
					    expires_at = :end
					where b.id = (
					    select min(id) from comment_ban where email = :email or network = network(:network::inet))
					returning\s""", viewer, ban)))
			.switchIfEmpty(Mono.defer(() -> write("""
					insert into comment_ban as b (email, network, effect, reason, staff_id, created_at, expires_at)
					values (:email, network(:network::inet), :effect, :reason, :staff, :now, :end)
					returning\s""", viewer, ban)));
	}

	private Mono<CommentBan> write(String sql, Viewer viewer, BanCommenterInput.Checked ban) {
		return this.database.sql(sql + CommentBan.COLUMNS)
			.bind("email", Parameter.fromOrEmpty(ban.email(), String.class))
			.bind("network", Parameter.fromOrEmpty(ban.network(), String.class))
			.bind("effect", ban.effect().name())
			.bind("reason", Parameter.fromOrEmpty(ban.reason(), String.class))
			.bind("staff", Parameter.fromOrEmpty(viewer.staffId(), Long.class))
			.bind("now", this.clock.instant())
			.bind("end", Parameter.fromOrEmpty(ban.expiresAt(), Instant.class))
			.map(CommentBan::of)
			.one();
	}

	/**
	 * Deletes a ban, and gives it; empty if there is none.
	 */
	Mono<CommentBan> delete(long id) {
		return this.database.sql("delete from comment_ban b where b.id = :id returning " + CommentBan.COLUMNS)
			.bind("id", id)
			.bind("now", this.clock.instant())
			.map(CommentBan::of)
			.one();
	}

	@Override
	public String type() {
		return SUBJECT;
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return Viewer.of(environment).may(Permission.MODERATE_COMMENTS)
				? this.database.sql("select " + CommentBan.COLUMNS + " from comment_ban b where b.id = any(:ids)")
					.bind("ids", ids.toArray(Long[]::new))
					.bind("now", this.clock.instant())
					.map(CommentBan::of)
					.all()
					.collectMap(CommentBan::id, Node.class::cast)
				: Mono.just(Map.of());
	}

}
