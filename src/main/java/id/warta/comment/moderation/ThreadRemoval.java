package id.warta.comment.moderation;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.warta.comment.CommentStatus;
import id.warta.comment.LockedComment;
import id.warta.comment.LockedComments;
import id.warta.comment.Transitions;
import id.warta.eventlog.RecordedChanges;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Removes a comment with all that is read, or waits, below it. What is advertising below
 * it stays that.
 */
@Component
class ThreadRemoval {

	/** How many go in one transaction: each holds the log's head for its events. */
	static final int AT_ONCE = 200;

	private static final Set<CommentStatus> REMOVABLE = EnumSet.of(CommentStatus.PENDING, CommentStatus.APPROVED,
			CommentStatus.SPAM);

	private final DatabaseClient database;

	private final Transitions transitions;

	private final DecisionLedger ledger;

	private final TransactionalOperator transaction;

	ThreadRemoval(DatabaseClient database, Transitions transitions, DecisionLedger ledger,
			TransactionalOperator transaction) {
		this.database = database;
		this.transitions = transitions;
		this.ledger = ledger;
		this.transaction = transaction;
	}

	/**
	 * Removes it, in one transaction for up to {@value #AT_ONCE} comments; of more, the
	 * deepest go first.
	 */
	Mono<Void> remove(Viewer viewer, long id) {
		return removeDeepest(viewer, id).expand((count) -> (count < AT_ONCE) ? Mono.empty() : removeDeepest(viewer, id))
			.then();
	}

	private Mono<Integer> removeDeepest(Viewer viewer, long id) {
		return deepest(id)
			.flatMap((ids) -> this.transitions.lock(ids)
				.flatMap((locked) -> trash(viewer, id, locked, removable(locked, ids)))
				.thenReturn(ids.size()))
			.as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision());
	}

	private Mono<List<Long>> deepest(long id) {
		return this.database.sql("""
				with recursive thread (id, depth, status) as (
				    select id, depth, status from comment where id = :id
				    union all
				    select r.id, r.depth, r.status from thread t join comment r on r.parent_id = t.id)
				select id from thread where status in ('PENDING', 'APPROVED') or id = :id and status = 'SPAM'
				order by depth desc, id desc limit :limit""")
			.bind("id", id)
			.bind("limit", AT_ONCE)
			.mapValue(Long.class)
			.all()
			.collectList();
	}

	/** They may have become something else before they were locked. */
	private static List<Long> removable(LockedComments locked, List<Long> ids) {
		return ids.stream().filter((id) -> {
			LockedComment comment = locked.get(id);
			return comment != null && REMOVABLE.contains(comment.status());
		}).toList();
	}

	private Mono<Void> trash(Viewer viewer, long thread, LockedComments locked, List<Long> ids) {
		return this.ledger.record(viewer, Decision.TRASH, ids, Map.of("thread", thread))
			.then(this.transitions.change(locked, ids, CommentStatus.TRASH));
	}

}
