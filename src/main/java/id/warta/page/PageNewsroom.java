package id.warta.page;

import java.util.Map;
import java.util.function.Supplier;

import id.warta.eventlog.EventLog;
import id.warta.platform.EditedColumns;
import id.warta.platform.HtmlSanitiser;
import id.warta.platform.NodeId;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * What the newsroom does to pages. Each is one transaction, and one event, also where
 * readers don't see the page: what stands below it may move.
 */
@Service
class PageNewsroom {

	private final PageTable pages;

	private final AuditLog audit;

	private final EventLog eventLog;

	private final TransactionalOperator transaction;

	PageNewsroom(PageTable pages, AuditLog audit, EventLog eventLog, TransactionalOperator transaction) {
		this.pages = pages;
		this.audit = audit;
		this.eventLog = eventLog;
		this.transaction = transaction;
	}

	Mono<NewsroomPage> create(Viewer viewer, CreatePageInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		EditedColumns columns = input.columns();
		return this.pages.lock()
			.then(write(0, columns, () -> this.pages.insert(columns)))
			.delayUntil((page) -> announce(viewer, "createPage", page))
			.as(this.transaction::transactional);
	}

	Mono<NewsroomPage> edit(Viewer viewer, EditPageInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		long id = id(input.pageId());
		EditedColumns columns = input.columns();
		return this.pages.lock(id)
			.map((page) -> page.requireRevision(input.revision()))
			.then(write(id, columns, () -> this.pages.update(id, columns)))
			.delayUntil((page) -> announce(viewer, "editPage", page))
			.as(this.transaction::transactional);
	}

	/**
	 * Gives what the page was.
	 */
	Mono<NewsroomPage> delete(Viewer viewer, DeletePageInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		return this.pages.lock(id(input.pageId()))
			.delayUntil(this.pages::delete)
			.delayUntil((page) -> announce(viewer, "deletePage", page))
			.as(this.transaction::transactional);
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

	private Mono<Long> announce(Viewer viewer, String action, NewsroomPage page) {
		return this.audit.append(viewer, action, Pages.SUBJECT, page.key(), Map.of("slug", page.slug()))
			.then(this.eventLog.append(Pages.CHANGED, Pages.SUBJECT, page.key(), Map.of()));
	}

}
