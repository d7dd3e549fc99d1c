package id.warta.route;

import java.util.LinkedHashMap;
import java.util.Map;

import id.warta.eventlog.RecordedChanges;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import id.warta.platform.input.EditedColumns;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * What the newsroom does to redirects. Each is one transaction, and one event.
 */
@Service
class RedirectNewsroom {

	private final RedirectTable table;

	private final RecordedChanges changes;

	RedirectNewsroom(RedirectTable table, RecordedChanges changes) {
		this.table = table;
		this.changes = changes;
	}

	Mono<Redirect> create(Viewer viewer, CreateRedirectInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		EditedColumns columns = new EditedColumns().put("path", RedirectColumns.path(input.path(), "path"));
		return make(viewer, "createRedirect",
				this.table.lock()
					.then(written(columns, input.target()))
					.then(Mono.defer(() -> this.table.insert(columns)))
					.map(Changed::new));
	}

	Mono<Redirect> edit(Viewer viewer, EditRedirectInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		long id = id(input.redirectId());
		EditedColumns columns = input.columns();
		return make(viewer, "editRedirect",
				this.table.lock(id)
					.delayUntil((former) -> retargeted(columns, input))
					.flatMap((former) -> this.table.update(id, columns)
						.map((redirect) -> new Changed(redirect, former.path()))));
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
		return make(viewer, "deleteRedirect",
				this.table.lock(id(input.redirectId())).delayUntil(this.table::delete).map(Changed::new));
	}

	private static long id(String redirectId) {
		return NodeId.parse(redirectId, Redirects.SUBJECT, "redirectId");
	}

	private record Changed(Redirect redirect, String formerPath) {

		Changed(Redirect redirect) {
			this(redirect, redirect.path());
		}

		/** Without a target what was there is gone. */
		Map<String, @Nullable Object> summary() {
			Map<String, @Nullable Object> summary = new LinkedHashMap<>();
			summary.put("path", this.redirect.path());
			summary.put("formerPath", this.formerPath);
			summary.put("target", this.redirect.target());
			return summary;
		}

	}

	private Mono<Redirect> make(Viewer viewer, String action, Mono<Changed> change) {
		return this.changes
			.make(viewer, change,
					(changed) -> new RecordedChanges.Change(action, Redirects.CHANGED, Redirects.SUBJECT,
							changed.redirect().id(), changed.summary()))
			.map(Changed::redirect);
	}

}
