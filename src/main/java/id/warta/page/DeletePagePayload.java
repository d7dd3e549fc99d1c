package id.warta.page;

import java.util.List;

/**
 * The answer to {@code deletePage}.
 *
 * @param deletedId the global id of what is no more
 */
record DeletePagePayload(String deletedId) {

	public List<Object> errors() {
		return List.of();
	}

}
