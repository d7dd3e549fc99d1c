package id.warta.placement;

import java.util.LinkedHashMap;
import java.util.Map;

import id.warta.eventlog.EventLog;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Writes down what the newsroom did to a placement, and tells the other nodes. It must be
 * the last of the transaction.
 */
@Component
class PlacementAnnouncements {

	private final AuditLog audit;

	private final EventLog eventLog;

	PlacementAnnouncements(AuditLog audit, EventLog eventLog) {
		this.audit = audit;
		this.eventLog = eventLog;
	}

	Mono<Long> append(Viewer viewer, String action, Placement placement, Map<String, ?> details) {
		Map<String, Object> all = new LinkedHashMap<>(details);
		all.put("slug", placement.slug());
		return this.audit.append(viewer, action, Placements.SUBJECT, placement.id(), all)
			.then(this.eventLog.append(Placements.CHANGED, Placements.SUBJECT, placement.id(), Map.of()));
	}

}
