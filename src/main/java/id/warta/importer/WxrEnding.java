package id.warta.importer;

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

	private final ImportAnnouncement announcement;

	WxrEnding(PageWriter pages, WxrMenus menus, ImportAnnouncement announcement) {
		this.pages = pages;
		this.menus = menus;
		this.announcement = announcement;
	}

	Mono<Void> write(WxrRun run) {
		return Mono.defer(() -> this.pages.nest(run.source().id(), run.writtenPages()))
			.then(Mono.defer(() -> this.menus.write(run)))
			.then(Mono.defer(() -> this.announcement.make(run.source().id(), run.report())));
	}

}
