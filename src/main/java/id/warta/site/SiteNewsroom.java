package id.warta.site;

import java.util.List;
import java.util.Map;

import id.warta.eventlog.RecordedChanges;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import id.warta.platform.input.EditedColumns;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * What administrators do to the site's settings. Each is one transaction, and one event.
 */
@Service
class SiteNewsroom {

	private final SiteTable table;

	private final RecordedChanges changes;

	SiteNewsroom(SiteTable table, RecordedChanges changes) {
		this.table = table;
		this.changes = changes;
	}

	Mono<Site> edit(Viewer viewer, EditSiteInput input) {
		viewer.require(Permission.CONFIGURE_SITE);
		EditedColumns columns = input.columns();
		return make(viewer, "editSite", columns.values(),
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
		return make(viewer, "setSocialProfiles", Map.of("set", input.set()), this.table.replace(input.set(), profiles));
	}

	private Mono<Site> make(Viewer viewer, String action, Map<String, ?> details, Mono<Void> change) {
		return this.changes.make(viewer, this.table.lock().then(change).then(Mono.defer(this.table::read)),
				(site) -> new RecordedChanges.Change(action, SiteSettings.CHANGED, SiteSettings.SUBJECT, site.id(),
						details));
	}

}
