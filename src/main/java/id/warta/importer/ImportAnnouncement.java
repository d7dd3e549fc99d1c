package id.warta.importer;

import java.util.Map;

import id.warta.eventlog.EventLog;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The one event by which running nodes hear of an import, if it changed anything.
 */
@Component
class ImportAnnouncement {

	private final EventLog eventLog;

	ImportAnnouncement(EventLog eventLog) {
		this.eventLog = eventLog;
	}

	/**
	 * Announces it; to be called last in the transaction.
	 */
	Mono<Void> make(String source, ImportReport report) {
		int written = report.tally().written();
		return (written == 0) ? Mono.empty()
				: this.eventLog.append(EventLog.IMPORTED, "Site", 0, Map.of("source", source, "written", written))
					.then();
	}

}
