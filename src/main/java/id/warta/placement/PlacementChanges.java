package id.warta.placement;

import java.util.LinkedHashMap;
import java.util.Map;

import id.warta.eventlog.RecordedChanges;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Makes what the newsroom does to a placement one transaction, which says so.
 */
@Component
class PlacementChanges {

	private final RecordedChanges changes;

	PlacementChanges(RecordedChanges changes) {
		this.changes = changes;
	}

	Mono<Placement> make(Viewer viewer, String action, Mono<Placement> change) {
		return make(viewer, action, change, Map.of());
	}

	/**
	 * Makes a change.
	 * @param details what the audit log keeps beside the placement's slug
	 */
	Mono<Placement> make(Viewer viewer, String action, Mono<Placement> change, Map<String, ?> details) {
		return this.changes.make(viewer, change, (placement) -> said(action, placement, details));
	}

	private static RecordedChanges.Change said(String action, Placement placement, Map<String, ?> details) {
		Map<String, Object> all = new LinkedHashMap<>(details);
		all.put("slug", placement.slug());
		return new RecordedChanges.Change(action, Placements.CHANGED, Placements.SUBJECT, placement.id(), all);
	}

}
