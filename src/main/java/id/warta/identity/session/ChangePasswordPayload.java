package id.warta.identity.session;

import java.time.Instant;
import java.util.List;

import id.warta.identity.Me;

/**
 * The answer to {@code changePassword}.
 */
record ChangePasswordPayload(String accessToken, Instant expiresAt, Me me) {

	public List<Object> errors() {
		return List.of();
	}

}
