package id.warta.liveblog;

import id.warta.platform.NodeId;

/**
 * An entry to do something to.
 *
 * @param entryId its global id
 */
record EntryInput(String entryId) {

	long entry() {
		return entry(this.entryId);
	}

	static long entry(String id) {
		return NodeId.parse(id, LiveBlogEvent.ENTRY, "entryId");
	}

}
