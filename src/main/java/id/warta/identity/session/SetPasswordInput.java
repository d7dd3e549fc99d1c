package id.warta.identity.session;

/**
 * A password set by a one-time link.
 *
 * @param token the link's
 * @param password the password
 */
record SetPasswordInput(String token, String password) {

}
