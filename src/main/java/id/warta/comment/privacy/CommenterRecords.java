package id.warta.comment.privacy;

import java.util.List;
import java.util.Map;

import id.warta.comment.CommentSecrets;
import id.warta.eventlog.RecordedChanges;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import io.r2dbc.postgresql.codec.Json;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Tells all that is kept about an e-mail address.
 */
@Service
class CommenterRecords {

	/** How many comments an answer holds. */
	static final int MOST = 10_000;

	private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {
	};

	private final DatabaseClient database;

	private final CommentSecrets secrets;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	private final JsonMapper json;

	CommenterRecords(DatabaseClient database, CommentSecrets secrets, AuditLog audit, TransactionalOperator transaction,
			JsonMapper json) {
		this.database = database;
		this.secrets = secrets;
		this.audit = audit;
		this.transaction = transaction;
		this.json = json;
	}

	/**
	 * Tells it, the oldest first; that somebody asked is written down.
	 * @param email the address in lower case
	 */
	Mono<CommenterExport> export(Viewer viewer, String email) {
		viewer.require(Permission.HANDLE_PERSONAL_DATA);
		return read(email)
			.delayUntil((found) -> this.secrets.avatar(email)
				.flatMap((hash) -> this.audit.append(viewer, "exportCommenter", "Comment", 0,
						Map.of("avatarHash", hash, "comments", found.comments()))))
			.as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision());
	}

	private Mono<CommenterExport> read(String email) {
		return comments(email).flatMap((comments) -> bans(email).map((bans) -> {
			boolean more = comments.size() > MOST;
			return new CommenterExport(Map.of("comments", more ? comments.subList(0, MOST) : comments, "bans", bans),
					!more);
		}));
	}

	private Mono<List<Map<String, @Nullable Object>>> comments(String email) {
		return objects("""
				select json_build_object('id', c.id, 'article', a.slug, 'articleTitle', a.title, 'repliesTo',
				        coalesce(c.reply_to_id, c.parent_id), 'status', c.status, 'heldFor', c.held_for, 'name',
				        c.author_name, 'email', c.author_email, 'url', c.author_url, 'address', host(c.author_address),
				        'userAgent', c.user_agent, 'body', c.body, 'source', c.source, 'createdAt', c.created_at,
				        'editedAt', c.edited_at, 'pinnedAt', c.pinned_at, 'likes', c.like_count) as record
				from comment c join article a on a.id = c.article_id
				where lower(c.author_email) = :email order by c.created_at, c.id limit :limit""", email);
	}

	private Mono<List<Map<String, @Nullable Object>>> bans(String email) {
		return objects("""
				select json_build_object('email', email, 'effect', effect, 'reason', reason, 'createdAt', created_at,
				    'expiresAt', expires_at) as record
				from comment_ban where email = :email order by created_at limit :limit""", email);
	}

	private Mono<List<Map<String, @Nullable Object>>> objects(String sql, String email) {
		return this.database.sql(sql)
			.bind("email", email)
			.bind("limit", MOST + 1)
			.mapValue(Json.class)
			.all()
			.map((record) -> this.json.readValue(record.asString(), OBJECT))
			.collectList();
	}

}
