package id.warta.comment.moderation;

import java.util.List;
import java.util.Map;

import id.warta.comment.CommentEvents;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Keeps what moderators decide, but for the events.
 */
@Component
class DecisionLedger {

	private final ReportTable reports;

	private final AuditLog audit;

	private final Verdicts verdicts;

	DecisionLedger(ReportTable reports, AuditLog audit, Verdicts verdicts) {
		this.reports = reports;
		this.audit = audit;
		this.verdicts = verdicts;
	}

	/**
	 * Writes down, within the transaction, what is decided about comments, which must be
	 * locked: what readers reported of them is settled by that.
	 * @param details what the audit log keeps besides
	 */
	Mono<Void> record(Viewer viewer, Decision decision, List<Long> ids, Map<String, ?> details) {
		return this.reports.review(ids)
			.then(this.audit.appendAll(viewer, decision.mutation(), CommentEvents.SUBJECT, ids, details));
	}

	/**
	 * Tells whoever wants to hear, once that is committed; never fails.
	 * @param spam by comment whether it is advertising, of those that were taken for the
	 * other
	 */
	Mono<Void> tell(Map<Long, Boolean> spam) {
		return this.verdicts.tell(spam);
	}

}
