package id.warta.comment.moderation;

import java.util.List;
import java.util.Map;

import id.warta.comment.CommentEvents;
import id.warta.comment.LockedComment;
import id.warta.comment.Transitions;
import id.warta.eventlog.RecordedChanges;
import id.warta.platform.ConflictException;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Comments that moderators recommend. Each change is one transaction; what is so already
 * stays as it is, without a word.
 */
@Service
class Pins {

	/** Of an article. */
	private static final int MOST = 10;

	private final DatabaseClient database;

	private final Transitions transitions;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	Pins(DatabaseClient database, Transitions transitions, AuditLog audit, TransactionalOperator transaction) {
		this.database = database;
		this.transitions = transitions;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Recommends a comment. Fails with {@code NOT_FOUND}, {@code WRONG_STATUS} unless it
	 * is approved, or {@code TOO_MANY_PINNED}.
	 */
	Mono<Void> pin(Viewer viewer, long id) {
		viewer.require(Permission.MODERATE_COMMENTS);
		return locked(id)
			.flatMap((comment) -> approved(comment)
				.then(changed("update comment set pinned_at = clock_timestamp() where id = :id and pinned_at is null",
						id))
				.delayUntil((changed) -> bounded(comment.articleId()))
				.flatMap((changed) -> say(viewer, "pinComment", CommentEvents.PINNED, comment)))
			.as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision());
	}

	/**
	 * Recommends a comment no longer. Fails with {@code NOT_FOUND}.
	 */
	Mono<Void> unpin(Viewer viewer, long id) {
		viewer.require(Permission.MODERATE_COMMENTS);
		return locked(id)
			.flatMap(
					(comment) -> changed("update comment set pinned_at = null where id = :id and pinned_at is not null",
							id)
						.flatMap((changed) -> say(viewer, "unpinComment", CommentEvents.UNPINNED, comment)))
			.as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision());
	}

	private Mono<LockedComment> locked(long id) {
		return this.transitions.lock(List.of(id))
			.mapNotNull((locked) -> locked.get(id))
			.switchIfEmpty(Mono.error(() -> Refusals.notFound("commentId")));
	}

	private static Mono<Void> approved(LockedComment comment) {
		return comment.isApproved() ? Mono.empty() : Mono.error(Refusals::wrongStatus);
	}

	private Mono<Long> changed(String sql, long id) {
		return this.database.sql(sql).bind("id", id).fetch().rowsUpdated().filter((rows) -> rows > 0);
	}

	/** Those who pin below an article do so one after the other. */
	private Mono<Long> bounded(long article) {
		return this.database.sql("select from article_comments where article_id = :article for update")
			.bind("article", article)
			.then()
			.then(this.database
				.sql("select count(*) from comment where article_id = :article and pinned_at is not null")
				.bind("article", article)
				.mapValue(Long.class)
				.one())
			.filter((pinned) -> pinned <= MOST)
			.switchIfEmpty(Mono.error(() -> new ConflictException("TOO_MANY_PINNED",
					"There are " + MOST + " pinned comments below this article")));
	}

	private Mono<Void> say(Viewer viewer, String mutation, String event, LockedComment comment) {
		Mono<Void> audited = this.audit.append(viewer, mutation, CommentEvents.SUBJECT, comment.id(), Map.of());
		return comment.shown() ? audited.then(this.transitions.announce(event, List.of(comment.id()))) : audited;
	}

}
