package id.warta.category;

import java.util.List;

import id.warta.platform.term.Merger;

/**
 * Categories to make one of.
 *
 * @param ids the global ids of those that go
 * @param intoId the global id of the one that stays
 */
record MergeCategoriesInput(List<String> ids, String intoId) {

	Merger merger() {
		return Merger.of(this.ids, this.intoId, "Category");
	}

}
