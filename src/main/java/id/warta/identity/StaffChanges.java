package id.warta.identity;

import java.util.Map;

import id.warta.eventlog.EventLog;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Changes of the staff: done whole, written down, and told to all nodes.
 */
@Component
public class StaffChanges {

	private final AuditLog audit;

	private final EventLog events;

	private final TransactionalOperator transaction;

	private final StaffDirectory directory;

	StaffChanges(AuditLog audit, EventLog events, TransactionalOperator transaction, StaffDirectory directory) {
		this.audit = audit;
		this.events = events;
		this.transaction = transaction;
		this.directory = directory;
	}

	/**
	 * Writes down what was changed, and tells all nodes: the last that a transaction
	 * does.
	 * @param viewer who has changed it
	 * @param action the mutation
	 * @param staffId whose account it is
	 * @param details what the audit log says more
	 */
	public Mono<Void> changed(Viewer viewer, String action, long staffId, Map<String, ?> details) {
		return changed(viewer, action, "Staff", staffId, details);
	}

	/**
	 * The same of something else than an account.
	 */
	public Mono<Void> changed(Viewer viewer, String action, String type, long id, Map<String, ?> details) {
		return this.audit.append(viewer, action, type, id, details)
			.then(Mono.defer(() -> this.events.append(StaffDirectory.CHANGED, type, id, Map.of())))
			.then();
	}

	/**
	 * Does it in one transaction. When it is done this node knows of it; the others hear
	 * of it.
	 */
	public <T> Mono<T> commit(Mono<T> change) {
		return change.as(this.transaction::transactional)
			.delayUntil((done) -> this.directory.fresh().onErrorComplete());
	}

}
