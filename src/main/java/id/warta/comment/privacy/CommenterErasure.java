package id.warta.comment.privacy;

import java.util.List;
import java.util.Map;

import id.warta.comment.CommentEvents;
import id.warta.comment.CommentSecrets;
import id.warta.comment.CommentStatus;
import id.warta.comment.LockedComment;
import id.warta.comment.LockedComments;
import id.warta.comment.Transitions;
import id.warta.eventlog.RecordedChanges;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Forgets somebody, a bounded part in each transaction. Whoever begins again after a
 * failure, or forgets somebody twice, finds what is left.
 */
@Service
class CommenterErasure {

	/**
	 * How many comments change in one transaction: each holds the log's head for its
	 * events.
	 */
	private static final int AT_ONCE = 200;

	/**
	 * What stands at the place of a name: <i>nomen nescio</i>, which people know in any
	 * language, and which tells nothing.
	 */
	private static final String NOBODY = "N. N.";

	private final DatabaseClient database;

	private final Transitions transitions;

	private final CommentSecrets secrets;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	CommenterErasure(DatabaseClient database, Transitions transitions, CommentSecrets secrets, AuditLog audit,
			TransactionalOperator transaction) {
		this.database = database;
		this.transitions = transitions;
		this.secrets = secrets;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Forgets somebody.
	 * @param email their address in lower case
	 * @return how many comments of theirs there were, and bans there are
	 */
	Mono<ErasurePayload> erase(Viewer viewer, String email, ErasedTexts texts) {
		viewer.require(Permission.HANDLE_PERSONAL_DATA);
		return part(viewer, email, texts)
			.expand((count) -> (count < AT_ONCE) ? Mono.empty() : part(viewer, email, texts))
			.reduce(0, Integer::sum)
			.flatMap((comments) -> bans(email).map((bans) -> new ErasurePayload(comments, bans)));
	}

	private Mono<Integer> bans(String email) {
		return this.database.sql("select count(*)::int from comment_ban where email = :email")
			.bind("email", email)
			.mapValue(Integer.class)
			.one();
	}

	private Mono<Integer> part(Viewer viewer, String email, ErasedTexts texts) {
		return ids(email)
			.flatMap((ids) -> this.transitions.lock(ids)
				.flatMap((locked) -> record(viewer, email, texts, ids.size()).then(forget(locked, ids, texts)))
				.thenReturn(ids.size()))
			.as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision());
	}

	private Mono<List<Long>> ids(String email) {
		return this.database.sql("""
				select id from comment where lower(author_email) = :email order by created_at limit :limit""")
			.bind("email", email)
			.bind("limit", AT_ONCE)
			.mapValue(Long.class)
			.all()
			.collectList();
	}

	private Mono<Void> record(Viewer viewer, String email, ErasedTexts texts, int count) {
		return this.secrets.avatar(email)
			.flatMap((hash) -> this.audit.append(viewer, "eraseCommenter", CommentEvents.SUBJECT, 0,
					Map.of("avatarHash", hash, "texts", texts, "comments", count)));
	}

	private Mono<Void> forget(LockedComments locked, List<Long> ids, ErasedTexts texts) {
		return (texts == ErasedTexts.ERASE) ? this.transitions.change(locked, ids, CommentStatus.DELETED)
				: anonymise(ids).then(Mono
					.defer(() -> this.transitions.announce(CommentEvents.EDITED, locked, approved(locked, ids))));
	}

	private Mono<Void> anonymise(List<Long> ids) {
		return this.database.sql("""
				update comment set author_name = :nobody, author_email = null, author_url = null, author_address = null,
				    user_agent = null, duplicate_key = null, idempotency_key = null, revision = revision + 1
				where id = any(:ids)""").bind("nobody", NOBODY).bind("ids", ids.toArray(Long[]::new)).then();
	}

	/** Those that readers have to read anew. */
	private static List<Long> approved(LockedComments locked, List<Long> ids) {
		return ids.stream().filter((id) -> {
			LockedComment comment = locked.get(id);
			return comment != null && comment.isApproved();
		}).toList();
	}

}
