package id.warta.menu;

/**
 * A menu to delete.
 *
 * @param menuId its global id
 */
record DeleteMenuInput(String menuId) {

}
