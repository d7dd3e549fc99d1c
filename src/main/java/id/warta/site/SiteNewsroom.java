package id.warta.site;

import java.util.List;
import java.util.Map;

import id.warta.eventlog.EventLog;
import id.warta.platform.EditedColumns;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * What administrators do to the site's settings. Each is one transaction, and one event.
 */
@Service
class SiteNewsroom {

	private final SiteTable table;

	private final AuditLog audit;

	private final EventLog eventLog;

	private final TransactionalOperator transaction;

	SiteNewsroom(SiteTable table, AuditLog audit, EventLog eventLog, TransactionalOperator transaction) {
		this.table = table;
		this.audit = audit;
		this.eventLog = eventLog;
		this.transaction = transaction;
	}

	Mono<Site> edit(Viewer viewer, EditSiteInput input) {
		viewer.require(Permission.CONFIGURE_SITE);
		EditedColumns columns = input.columns().requireAny();
		return changed(viewer, "editSite", columns.values(),
				known(columns).then(Mono.defer(() -> this.table.update(columns))));
	}

	private Mono<Void> known(EditedColumns columns) {
		return (columns.get("time_zone") instanceof String zone) ? this.table.knowsZone(zone)
			.filter((known) -> known)
			.switchIfEmpty(Mono.error(() -> EditSiteInput.unknownZone("timeZone")))
			.then() : Mono.empty();
	}

	Mono<Site> setProfiles(Viewer viewer, SetSocialProfilesInput input) {
		viewer.require(Permission.CONFIGURE_SITE);
		List<SocialProfile> profiles = input.checked();
		return changed(viewer, "setSocialProfiles", Map.of("set", input.set()),
				this.table.replace(input.set(), profiles));
	}

	private Mono<Site> changed(Viewer viewer, String action, Map<String, ?> details, Mono<Void> change) {
		return this.table.lock()
			.then(change)
			.then(Mono.defer(this.table::read))
			.delayUntil((site) -> this.audit.append(viewer, action, SiteSettings.SUBJECT, site.id(), details)
				.then(this.eventLog.append(SiteSettings.CHANGED, SiteSettings.SUBJECT, site.id(), Map.of())))
			.as(this.transaction::transactional);
	}

}
