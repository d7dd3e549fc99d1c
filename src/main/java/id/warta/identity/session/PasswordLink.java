package id.warta.identity.session;

import java.time.Instant;

/**
 * A link by which somebody sets a password once.
 *
 * @param token what {@code setPassword} takes
 * @param link the page's address, with the token behind the {@code #}, so that no server
 * sees it
 * @param expiresAt until when it can be used
 */
public record PasswordLink(String token, String link, Instant expiresAt) {

}
