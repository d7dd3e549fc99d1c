package id.warta.identity.session;

import java.time.Instant;
import java.util.List;

import id.warta.identity.Me;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code signIn}.
 */
record SignInPayload(String accessToken, Instant expiresAt, @Nullable String refreshToken, boolean mustChangePassword,
		Me me) {

	public List<Object> errors() {
		return List.of();
	}

}
