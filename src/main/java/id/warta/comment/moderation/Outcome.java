package id.warta.comment.moderation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.warta.platform.BulkMode;

/**
 * What becomes of several comments that a moderator decides about.
 *
 * @param changed those that are changed, in the order in which they were named
 * @param refused by comment why it isn't
 * @param verdicts by comment whether it is advertising, of those that were taken for the
 * other
 */
record Outcome(List<Long> changed, Map<Long, RuntimeException> refused, Map<Long, Boolean> verdicts) {

	/**
	 * Judges what can be decided about.
	 * @param ids the comments that are named
	 * @param mode what becomes of the others if some are refused
	 * @param decision what is to be made of them
	 * @param found those that there are
	 */
	static Outcome of(Collection<Long> ids, BulkMode mode, Decision decision, Map<Long, HeldComment> found) {
		Map<Long, RuntimeException> refused = new LinkedHashMap<>();
		Map<Long, Boolean> verdicts = new LinkedHashMap<>();
		List<Long> changed = new ArrayList<>();
		for (Long id : ids) {
			HeldComment comment = found.get(id);
			if (comment == null) {
				refused.put(id, Refusals.notFound("ids"));
			}
			else if (!decision.fits(comment)) {
				refused.put(id, Refusals.wrongStatus());
			}
			else {
				changed.add(id);
				decision.verdict(comment).ifPresent((spam) -> verdicts.put(id, spam));
			}
		}
		return (mode == BulkMode.REJECT_ALL && !refused.isEmpty()) ? new Outcome(List.of(), refused, Map.of())
				: new Outcome(changed, refused, verdicts);
	}

}
