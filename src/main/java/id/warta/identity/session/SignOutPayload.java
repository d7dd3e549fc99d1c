package id.warta.identity.session;

import java.util.List;

/**
 * The answer to {@code signOut}.
 *
 * @param signedOut whether it was done
 */
record SignOutPayload(boolean signedOut) {

	public List<Object> errors() {
		return List.of();
	}

}
