package id.warta.page;

import java.util.Map;
import java.util.function.Supplier;

import id.warta.eventlog.RecordedChanges;
import id.warta.platform.HtmlSanitiser;
import id.warta.platform.NodeId;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import id.warta.platform.input.EditedColumns;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * What the newsroom does to pages. Each is one transaction, and one event, also where
 * readers don't see the page: what stands below it may move.
 */
@Service
class PageNewsroom {

	private final PageTable pages;

	private final RecordedChanges changes;

	PageNewsroom(PageTable pages, RecordedChanges changes) {
		this.pages = pages;
		this.changes = changes;
	}

	Mono<NewsroomPage> create(Viewer viewer, CreatePageInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		EditedColumns columns = input.columns();
		return make(viewer, "createPage", this.pages.lock().then(write(0, columns, () -> this.pages.insert(columns))));
	}

	Mono<NewsroomPage> edit(Viewer viewer, EditPageInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		long id = id(input.pageId());
		EditedColumns columns = input.columns();
		return make(viewer, "editPage",
				this.pages.lock(id)
					.map((page) -> page.requireRevision(input.revision()))
					.then(write(id, columns, () -> this.pages.update(id, columns))));
	}

	/**
	 * Gives what the page was.
	 */
	Mono<NewsroomPage> delete(Viewer viewer, DeletePageInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		return make(viewer, "deletePage", this.pages.lock(id(input.pageId())).delayUntil(this.pages::delete));
	}

	private static long id(String pageId) {
		return NodeId.parse(pageId, Pages.SUBJECT, "pageId");
	}

	private Mono<NewsroomPage> write(long id, EditedColumns columns, Supplier<Mono<NewsroomPage>> write) {
		return Mono.defer(() -> this.pages.check(id, columns))
			.then(Mono.defer(() -> sanitise(columns)))
			.then(Mono.defer(write));
	}

	private Mono<Void> sanitise(EditedColumns columns) {
		return (columns.get("body") instanceof String body) ? this.pages.siteAddress()
			.doOnNext((address) -> columns.put("body", HtmlSanitiser.clean(body, address)))
			.then() : Mono.empty();
	}

	private Mono<NewsroomPage> make(Viewer viewer, String action, Mono<NewsroomPage> change) {
		return this.changes.make(viewer, change, (page) -> new RecordedChanges.Change(action, Pages.CHANGED,
				Pages.SUBJECT, page.key(), Map.of("slug", page.slug())));
	}

}
