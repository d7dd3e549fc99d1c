package id.warta.importer.store;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many rows of each kind had which outcome. Not safe for concurrent use.
 */
public final class Tally {

	private final Map<Kind, Map<Outcome, Integer>> counts = new EnumMap<>(Kind.class);

	public Tally add(Kind kind, Outcome outcome, int count) {
		if (count != 0) {
			this.counts.computeIfAbsent(kind, (key) -> new EnumMap<>(Outcome.class))
				.merge(outcome, count, Integer::sum);
		}
		return this;
	}

	/**
	 * Adds the other's counts to these.
	 */
	public Tally add(Tally other) {
		other.counts.forEach((kind, outcomes) -> outcomes.forEach((outcome, count) -> add(kind, outcome, count)));
		return this;
	}

	public int count(Kind kind, Outcome outcome) {
		return this.counts.getOrDefault(kind, Map.of()).getOrDefault(outcome, 0);
	}

	/**
	 * How many rows were written.
	 */
	public int written() {
		return this.counts.values()
			.stream()
			.mapToInt((outcomes) -> outcomes.getOrDefault(Outcome.NEW, 0) + outcomes.getOrDefault(Outcome.UPDATED, 0))
			.sum();
	}

}
