package id.warta.identity.session;

/**
 * A change of one's own password.
 *
 * @param currentPassword the old one
 * @param newPassword the new one
 */
record ChangePasswordInput(String currentPassword, String newPassword) {

}
