package id.warta.author;

import java.util.List;

import id.warta.platform.term.Merger;

/**
 * Authors to make one of.
 *
 * @param ids the global ids of those that go
 * @param intoId the global id of the one that stays
 */
record MergeAuthorsInput(List<String> ids, String intoId) {

	Merger merger() {
		return Merger.of(this.ids, this.intoId, "Author");
	}

}
