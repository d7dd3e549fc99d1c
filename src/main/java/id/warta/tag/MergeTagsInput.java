package id.warta.tag;

import java.util.List;

import id.warta.platform.term.Merger;

/**
 * Tags to make one of.
 *
 * @param ids the global ids of those that go
 * @param intoId the global id of the one that stays
 */
record MergeTagsInput(List<String> ids, String intoId) {

	Merger merger() {
		return Merger.of(this.ids, this.intoId, "Tag");
	}

}
