package id.warta.menu;

import java.util.List;

import id.warta.platform.NodeId;

/**
 * A menu as the newsroom sees it.
 *
 * @param key its id
 * @param slug where it stands
 * @param name what editors call it
 * @param revision grows whenever its items are set
 * @param items the items at its top, in order, whether readers see them or not
 */
record NewsroomMenu(long key, String slug, String name, int revision, List<NewsroomMenuItem> items) {

	/**
	 * The global id, the same as the menu's.
	 */
	public String id() {
		return new NodeId(Menus.SUBJECT, this.key).toString();
	}

}
