package id.warta.route;

/**
 * A redirect to delete.
 *
 * @param redirectId its global id
 */
record DeleteRedirectInput(String redirectId) {

}
