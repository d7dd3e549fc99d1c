package id.warta.identity.token;

import id.warta.platform.NodeId;

/**
 * Which token is taken back.
 *
 * @param tokenId its global id
 */
record RevokeApiTokenInput(String tokenId) {

	long id() {
		return NodeId.parse(this.tokenId, "ApiToken", "tokenId");
	}

}
