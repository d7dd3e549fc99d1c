package id.warta.page;

/**
 * A page to delete.
 *
 * @param pageId its global id
 */
record DeletePageInput(String pageId) {

}
