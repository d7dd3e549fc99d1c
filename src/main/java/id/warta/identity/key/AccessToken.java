package id.warta.identity.key;

import java.time.Instant;
import java.util.UUID;

/**
 * What a signed token says.
 *
 * @param staffId whose it is
 * @param session of which of their sessions
 * @param generation for which generation of their tokens it was signed
 * @param expiresAt until when it is good
 */
public record AccessToken(long staffId, UUID session, int generation, Instant expiresAt) {

}
