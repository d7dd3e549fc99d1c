package id.warta.identity.session;

/**
 * What somebody signs in with.
 *
 * @param email their address, in whatever case
 * @param password their password
 */
record SignInInput(String email, String password) {

}
