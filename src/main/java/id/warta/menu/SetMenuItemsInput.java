package id.warta.menu;

import java.util.List;

/**
 * The items that a menu is to have.
 *
 * @param menuId its global id
 * @param revision the revision that the edit started from
 * @param items the items at its top, in order
 */
record SetMenuItemsInput(String menuId, int revision, List<MenuItemInput> items) {

}
