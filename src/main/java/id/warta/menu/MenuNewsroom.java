package id.warta.menu;

import java.util.List;
import java.util.Map;

import id.warta.eventlog.EventLog;
import id.warta.platform.EditedColumns;
import id.warta.platform.NodeId;
import id.warta.platform.StaleRevisionException;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * What the newsroom does to menus. Each is one transaction, and one event.
 */
@Service
class MenuNewsroom {

	private final MenuTable table;

	private final NewsroomMenus menus;

	private final AuditLog audit;

	private final EventLog eventLog;

	private final TransactionalOperator transaction;

	MenuNewsroom(MenuTable table, NewsroomMenus menus, AuditLog audit, EventLog eventLog,
			TransactionalOperator transaction) {
		this.table = table;
		this.menus = menus;
		this.audit = audit;
		this.eventLog = eventLog;
		this.transaction = transaction;
	}

	Mono<NewsroomMenu> create(Viewer viewer, CreateMenuInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		return changed(viewer, "createMenu", this.table.insert(input.columns()));
	}

	Mono<NewsroomMenu> edit(Viewer viewer, EditMenuInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		long id = id(input.menuId());
		EditedColumns columns = input.columns();
		return changed(viewer, "editMenu",
				this.table.lock(id).then(Mono.defer(() -> this.table.update(id, columns))).thenReturn(id));
	}

	/**
	 * Sets all items of a menu. Fails with {@link StaleRevisionException} if somebody
	 * else has set them meanwhile.
	 */
	Mono<NewsroomMenu> setItems(Viewer viewer, SetMenuItemsInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		long id = id(input.menuId());
		List<MenuItemRow> items = MenuItemRow.of(input.items());
		return changed(viewer, "setMenuItems",
				this.table.lock(id)
					.doOnNext((revision) -> requireCurrent(input.revision(), revision))
					.then(Mono.defer(() -> this.table.replace(id, items)))
					.thenReturn(id));
	}

	private static void requireCurrent(int expected, int current) {
		if (expected != current) {
			throw new StaleRevisionException(current);
		}
	}

	/**
	 * Gives what the menu was.
	 */
	Mono<NewsroomMenu> delete(Viewer viewer, DeleteMenuInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		long id = id(input.menuId());
		return this.table.lock(id)
			.then(Mono.defer(() -> this.menus.byKey(id)))
			.delayUntil((menu) -> this.table.delete(id))
			.delayUntil((menu) -> announce(viewer, "deleteMenu", menu))
			.as(this.transaction::transactional);
	}

	private static long id(String menuId) {
		return NodeId.parse(menuId, Menus.SUBJECT, "menuId");
	}

	private Mono<NewsroomMenu> changed(Viewer viewer, String action, Mono<Long> change) {
		return change.flatMap(this.menus::byKey)
			.delayUntil((menu) -> announce(viewer, action, menu))
			.as(this.transaction::transactional);
	}

	private Mono<Long> announce(Viewer viewer, String action, NewsroomMenu menu) {
		return this.audit.append(viewer, action, Menus.SUBJECT, menu.key(), Map.of("slug", menu.slug()))
			.then(this.eventLog.append(Menus.CHANGED, Menus.SUBJECT, menu.key(), Map.of()));
	}

}
