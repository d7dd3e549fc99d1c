package id.warta.liveblog;

import java.util.List;

/**
 * The answer to a mutation that an entry is left of.
 *
 * @param entry the entry as it is now
 */
record EntryPayload(LiveBlogEntry entry) {

	public List<Object> errors() {
		return List.of();
	}

}
