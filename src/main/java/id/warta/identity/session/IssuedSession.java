package id.warta.identity.session;

import java.time.Instant;

import id.warta.identity.Staff;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gets who has signed in, or goes on with a session.
 *
 * @param staff who it is
 * @param accessToken what they ask with
 * @param expiresAt until when
 * @param refreshToken what they get the next one by; null if they keep the one they have
 */
record IssuedSession(Staff staff, String accessToken, Instant expiresAt, @Nullable String refreshToken) {

}
