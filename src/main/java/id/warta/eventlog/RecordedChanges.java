package id.warta.eventlog;

import java.util.Map;
import java.util.function.Function;

import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Viewer;
import io.r2dbc.spi.R2dbcException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Makes what somebody changes one transaction, which ends with a line in the audit log
 * and an event. A transaction that somebody else's got in the way of is tried again.
 */
@Component
public class RecordedChanges {

	private static final int TRIES = 4;

	/** {@code deadlock_detected} (PostgreSQL, appendix A). */
	private static final String DEADLOCK = "40P01";

	private final AuditLog audit;

	private final EventLog log;

	private final TransactionalOperator transaction;

	RecordedChanges(AuditLog audit, EventLog log, TransactionalOperator transaction) {
		this.audit = audit;
		this.log = log;
		this.transaction = transaction;
	}

	/**
	 * What was changed.
	 *
	 * @param action the mutation's name
	 * @param event the event's kind
	 * @param type the GraphQL type of what was changed
	 * @param id its id within the type
	 * @param details what the audit log keeps besides, and the event holds: no password,
	 * token or text of an article
	 */
	public record Change(String action, String event, String type, long id, Map<String, ?> details) {

	}

	/**
	 * Makes a change.
	 * @param viewer who makes it, and may
	 * @param change what is to be done, from the beginning if it is tried again; if it is
	 * empty nothing is recorded
	 * @param said what was done, by what the change gave
	 */
	public <T> Mono<T> make(Viewer viewer, Mono<T> change, Function<T, Change> said) {
		return change.delayUntil((done) -> record(viewer, said.apply(done)))
			.as(this.transaction::transactional)
			.retryWhen(onCollision());
	}

	/**
	 * How often a transaction is tried again that somebody else's got in the way of.
	 */
	public static Retry onCollision() {
		return Retry.max(TRIES - 1)
			.filter(RecordedChanges::isCollision)
			.onRetryExhaustedThrow((spec, signal) -> signal.failure());
	}

	/**
	 * Says what was changed, as the last thing of a transaction of whoever changed it.
	 * @return the event's position
	 */
	public Mono<Long> record(Viewer viewer, Change change) {
		return this.audit.append(viewer, change.action(), change.type(), change.id(), change.details())
			.then(this.log.append(change.event(), change.type(), change.id(), change.details()));
	}

	/**
	 * Besides what Spring calls so: a row that was referred to has gone meanwhile, or one
	 * that goes is referred to; and deadlocks, which Spring doesn't know of R2DBC.
	 */
	private static boolean isCollision(Throwable failure) {
		return failure instanceof ConcurrencyFailureException || failure instanceof DataIntegrityViolationException
				|| failure.getCause() instanceof R2dbcException cause && DEADLOCK.equals(cause.getSqlState());
	}

}
