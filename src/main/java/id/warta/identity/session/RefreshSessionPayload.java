package id.warta.identity.session;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code refreshSession}.
 */
record RefreshSessionPayload(String accessToken, Instant expiresAt, @Nullable String refreshToken) {

	static RefreshSessionPayload of(IssuedSession issued) {
		return new RefreshSessionPayload(issued.accessToken(), issued.expiresAt(), issued.refreshToken());
	}

	public List<Object> errors() {
		return List.of();
	}

}
