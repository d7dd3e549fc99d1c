package id.warta.menu;

import java.util.List;
import java.util.Map;

import id.warta.eventlog.RecordedChanges;
import id.warta.platform.NodeId;
import id.warta.platform.StaleRevisionException;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import id.warta.platform.input.EditedColumns;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * What the newsroom does to menus. Each is one transaction, and one event.
 */
@Service
class MenuNewsroom {

	private final MenuTable table;

	private final NewsroomMenus menus;

	private final RecordedChanges changes;

	MenuNewsroom(MenuTable table, NewsroomMenus menus, RecordedChanges changes) {
		this.table = table;
		this.menus = menus;
		this.changes = changes;
	}

	Mono<NewsroomMenu> create(Viewer viewer, CreateMenuInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		return make(viewer, "createMenu", this.table.insert(input.columns()).flatMap(this.menus::byKey));
	}

	Mono<NewsroomMenu> edit(Viewer viewer, EditMenuInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		long id = id(input.menuId());
		EditedColumns columns = input.columns();
		return make(viewer, "editMenu",
				this.table.lock(id)
					.then(Mono.defer(() -> this.table.update(id, columns)))
					.then(Mono.defer(() -> this.menus.byKey(id))));
	}

	/**
	 * Sets all items of a menu. Fails with {@link StaleRevisionException} if somebody
	 * else has set them meanwhile.
	 */
	Mono<NewsroomMenu> setItems(Viewer viewer, SetMenuItemsInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		long id = id(input.menuId());
		List<MenuItemRow> items = MenuItemRow.of(input.items());
		return make(viewer, "setMenuItems",
				this.table.lock(id)
					.doOnNext((revision) -> requireCurrent(input.revision(), revision))
					.then(Mono.defer(() -> this.table.replace(id, items)))
					.then(Mono.defer(() -> this.menus.byKey(id))));
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
		return make(viewer, "deleteMenu",
				this.table.lock(id)
					.then(Mono.defer(() -> this.menus.byKey(id)))
					.delayUntil((menu) -> this.table.delete(id)));
	}

	private static long id(String menuId) {
		return NodeId.parse(menuId, Menus.SUBJECT, "menuId");
	}

	private Mono<NewsroomMenu> make(Viewer viewer, String action, Mono<NewsroomMenu> change) {
		return this.changes.make(viewer, change, (menu) -> new RecordedChanges.Change(action, Menus.CHANGED,
				Menus.SUBJECT, menu.key(), Map.of("slug", menu.slug())));
	}

}
