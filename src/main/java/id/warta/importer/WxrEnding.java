package id.warta.importer;

import java.util.Map;

import id.warta.eventlog.EventLog;
import id.warta.importer.store.PageWriter;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What an import does in the end: pages below pages, menus, and the one event by which
 * running nodes hear of it all.
 */
@Component
class WxrEnding {

	private final PageWriter pages;

	private final WxrMenus menus;

	private final EventLog eventLog;

	WxrEnding(PageWriter pages, WxrMenus menus, EventLog eventLog) {
		this.pages = pages;
		this.menus = menus;
		this.eventLog = eventLog;
	}

	Mono<Void> write(WxrRun run) {
		return Mono.defer(() -> this.pages.nest(run.source().id(), run.writtenPages()))
			.then(Mono.defer(() -> this.menus.write(run)))
			.then(Mono.defer(() -> announce(run)));
	}

	private Mono<Void> announce(WxrRun run) {
		int written = run.report().tally().written();
		return (written == 0) ? Mono.empty()
				: this.eventLog.append("IMPORTED", "Site", 0, Map.of("source", run.source().id(), "written", written))
					.then();
	}

}
