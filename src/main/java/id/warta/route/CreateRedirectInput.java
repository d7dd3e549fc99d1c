package id.warta.route;

/**
 * A redirect to make.
 *
 * @param path the address that it begins at
 * @param target where it leads
 */
record CreateRedirectInput(String path, RedirectTargetInput target) {

}
