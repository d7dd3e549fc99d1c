package id.warta.menu;

import java.util.List;

/**
 * The answer to {@code deleteMenu}.
 *
 * @param deletedId the global id of what is no more
 */
record DeleteMenuPayload(String deletedId) {

	public List<Object> errors() {
		return List.of();
	}

}
