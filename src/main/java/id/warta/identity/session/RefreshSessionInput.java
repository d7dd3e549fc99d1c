package id.warta.identity.session;

/**
 * What somebody goes on with.
 *
 * @param refreshToken the session's newest
 */
record RefreshSessionInput(String refreshToken) {

}
