package id.warta.comment.moderation;

import java.util.List;
import java.util.Map;

import id.warta.comment.LockedComments;
import id.warta.comment.Transitions;
import id.warta.eventlog.RecordedChanges;
import id.warta.platform.BulkMode;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * What moderators decide about comments, many at once: one transaction, with a line in
 * the audit log for each of them. Whoever checks for advertising hears where they were
 * wrong.
 */
@Service
class ModerationDesk {

	private final DatabaseClient database;

	private final Transitions transitions;

	private final DecisionLedger ledger;

	private final ThreadRemoval threads;

	private final TransactionalOperator transaction;

	ModerationDesk(DatabaseClient database, Transitions transitions, DecisionLedger ledger, ThreadRemoval threads,
			TransactionalOperator transaction) {
		this.database = database;
		this.transitions = transitions;
		this.ledger = ledger;
		this.threads = threads;
		this.transaction = transaction;
	}

	/**
	 * Makes the same of several comments.
	 * @param ids the comments, 1 to 100, none twice
	 * @return by comment why it was refused
	 */
	Mono<Map<Long, RuntimeException>> decide(Viewer viewer, List<Long> ids, BulkMode mode, Decision decision) {
		viewer.require(Permission.MODERATE_COMMENTS);
		return this.transitions.lock(ids)
			.flatMap((locked) -> outcome(ids, mode, decision)
				.delayUntil((outcome) -> change(viewer, decision, locked, outcome.changed())))
			.as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision())
			.delayUntil((outcome) -> this.ledger.tell(outcome.verdicts()))
			.map(Outcome::refused);
	}

	private Mono<Outcome> outcome(List<Long> ids, BulkMode mode, Decision decision) {
		return this.database.sql("select id, status, held_for, report_count from comment where id = any(:ids)")
			.bind("ids", ids.toArray(Long[]::new))
			.map(HeldComment::of)
			.all()
			.collectMap(HeldComment::id)
			.map((found) -> Outcome.of(ids, mode, decision, found));
	}

	private Mono<Void> change(Viewer viewer, Decision decision, LockedComments locked, List<Long> ids) {
		return ids.isEmpty() ? Mono.empty() : this.ledger.record(viewer, decision, ids, Map.of())
			.then(this.transitions.change(locked, ids, decision.to()));
	}

	/**
	 * Removes comments with all that stands below them. This is several transactions, in
	 * which the deepest go first: what fails halfway leaves the rest as it is.
	 * @param ids the comments, 1 to 100, none twice
	 * @return by comment why it was refused
	 */
	Mono<Map<Long, RuntimeException>> trashThreads(Viewer viewer, List<Long> ids, BulkMode mode) {
		viewer.require(Permission.MODERATE_COMMENTS);
		return outcome(ids, mode, Decision.TRASH).delayUntil(
				(outcome) -> Flux.fromIterable(outcome.changed()).concatMap((id) -> this.threads.remove(viewer, id)))
			.map(Outcome::refused);
	}

}
