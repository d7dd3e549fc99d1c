package id.warta.media;

import id.warta.platform.NodeId;

/**
 * A medium to delete.
 *
 * @param id its global id
 */
record DeleteMediaInput(String id) {

	long media() {
		return NodeId.parse(this.id, "Media", "id");
	}

}
