package id.warta.importer.store;

import java.util.List;
import java.util.Map;

/**
 * What is to be done about a batch of rows.
 *
 * @param changes what is to be written
 * @param ids the ids here of all rows that are here or will be, by their ids at the
 * source
 * @param tally how many are new, changed, unchanged, kept
 */
record Plan<T extends Row>(List<Change<T>> changes, Map<String, Long> ids, Tally tally) {

	List<Change<T>> fresh() {
		return this.changes.stream().filter(Change::fresh).toList();
	}

}
