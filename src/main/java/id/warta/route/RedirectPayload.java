package id.warta.route;

import java.util.List;

/**
 * The answer to {@code createRedirect} and {@code editRedirect}.
 *
 * @param redirect the redirect as it is now
 */
record RedirectPayload(Redirect redirect) {

	public List<Object> errors() {
		return List.of();
	}

}
