package id.warta.importer.store;

import java.util.List;
import java.util.Map;

/**
 * What writing a batch came to.
 *
 * @param ids the ids here of all rows that are here, by the source's
 * @param settlements the entries for those that were written
 */
public record Written(Tally tally, Map<String, Long> ids, List<Settlement> settlements) {

	static Written of(Plan<?> plan) {
		return new Written(plan.tally(), plan.ids(), plan.changes().stream().map(Settlement::of).toList());
	}

}
