package id.warta.identity.token;

import java.util.List;

/**
 * The answer to {@code revokeApiToken}.
 *
 * @param tokenId the token's global id
 */
record RevokeApiTokenPayload(String tokenId) {

	public List<Object> errors() {
		return List.of();
	}

}
