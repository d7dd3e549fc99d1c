package id.warta.route;

import java.util.List;

/**
 * The answer to {@code deleteRedirect}.
 *
 * @param deletedId the global id of what is no more
 */
record DeleteRedirectPayload(String deletedId) {

	public List<Object> errors() {
		return List.of();
	}

}
