package id.warta.identity.session;

import java.util.List;

/**
 * The answer to {@code setPassword}.
 *
 * @param email what to sign in with
 */
record SetPasswordPayload(String email) {

	public List<Object> errors() {
		return List.of();
	}

}
