package id.warta.media;

import java.util.List;

/**
 * The answer to {@code deleteMedia}.
 *
 * @param deletedId the global id of the medium that is no more
 */
record DeleteMediaPayload(String deletedId) {

	public List<Object> errors() {
		return List.of();
	}

}
