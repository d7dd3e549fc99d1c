package id.warta.route;

import java.util.Map;

import id.warta.eventlog.EventLog;
import id.warta.platform.EditedColumns;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * What the newsroom does to redirects. Each is one transaction, and one event.
 */
@Service
class RedirectNewsroom {

	private final RedirectTable table;

	private final AuditLog audit;

	private final EventLog eventLog;

	private final TransactionalOperator transaction;

	RedirectNewsroom(RedirectTable table, AuditLog audit, EventLog eventLog, TransactionalOperator transaction) {
		this.table = table;
		this.audit = audit;
		this.eventLog = eventLog;
		this.transaction = transaction;
	}

	Mono<Redirect> create(Viewer viewer, CreateRedirectInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		EditedColumns columns = new EditedColumns().put("path", RedirectColumns.path(input.path(), "path"));
		return this.table.lock()
			.then(written(columns, input.target()))
			.then(Mono.defer(() -> this.table.insert(columns)))
			.delayUntil((redirect) -> announce(viewer, "createRedirect", redirect, redirect.path()))
			.as(this.transaction::transactional);
	}

	Mono<Redirect> edit(Viewer viewer, EditRedirectInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		long id = id(input.redirectId());
		EditedColumns columns = new EditedColumns().set("path", "path", input.path(), RedirectColumns::path);
		return this.table.lock(id)
			.delayUntil((former) -> retargeted(columns, input))
			.flatMap((former) -> this.table.update(id, columns)
				.delayUntil((redirect) -> announce(viewer, "editRedirect", redirect, former.path())))
			.as(this.transaction::transactional);
	}

	private Mono<Void> retargeted(EditedColumns columns, EditRedirectInput input) {
		if (input.target().isOmitted()) {
			return Mono.empty();
		}
		RedirectTargetInput target = input.target().value();
		return (target != null) ? written(columns, target)
				: Mono.error(() -> InvalidInputException.badArgument("target", "'target' must not be null"));
	}

	private Mono<Void> written(EditedColumns columns, RedirectTargetInput target) {
		return this.table.siteUrl()
			.doOnNext((siteUrl) -> RedirectColumns.put(columns, target.checked(), siteUrl))
			.then();
	}

	/**
	 * Gives what the redirect was.
	 */
	Mono<Redirect> delete(Viewer viewer, DeleteRedirectInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		return this.table.lock(id(input.redirectId()))
			.delayUntil(this.table::delete)
			.delayUntil((redirect) -> announce(viewer, "deleteRedirect", redirect, redirect.path()))
			.as(this.transaction::transactional);
	}

	private static long id(String redirectId) {
		return NodeId.parse(redirectId, Redirects.SUBJECT, "redirectId");
	}

	private Mono<Long> announce(Viewer viewer, String action, Redirect redirect, String formerPath) {
		return this.audit.append(viewer, action, Redirects.SUBJECT, redirect.id(), Map.of("path", redirect.path()))
			.then(this.eventLog.append(Redirects.CHANGED, Redirects.SUBJECT, redirect.id(),
					Map.of("path", redirect.path(), "formerPath", formerPath)));
	}

}
