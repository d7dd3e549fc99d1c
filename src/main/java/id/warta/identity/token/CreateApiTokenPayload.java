package id.warta.identity.token;

import java.util.List;

import id.warta.identity.ApiToken;

/**
 * The answer to {@code createApiToken}.
 *
 * @param apiToken what is known of it from now on
 * @param secret the token itself, this once
 */
record CreateApiTokenPayload(ApiToken apiToken, String secret) {

	public List<Object> errors() {
		return List.of();
	}

}
