package id.warta.liveblog;

import java.util.List;

/**
 * The answer to {@code removeLiveBlogEntry}.
 *
 * @param removedId the global id of the entry that is no more to be read
 */
record RemoveLiveBlogEntryPayload(String removedId) {

	public List<Object> errors() {
		return List.of();
	}

}
