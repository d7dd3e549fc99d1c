package id.warta.importer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import id.warta.importer.store.Kind;
import id.warta.importer.store.Outcome;
import id.warta.importer.store.Tally;

/**
 * What an import came to: counts for each kind, and everything that was left out, with
 * its reason. Not safe for concurrent use.
 */
public final class ImportReport {

	private final Tally tally = new Tally();

	private final List<String> leftOut = new ArrayList<>();

	private final Map<String, Integer> leftOutInNumbers = new TreeMap<>();

	private final List<String> failed = new ArrayList<>();

	private final Set<String> notes = new LinkedHashSet<>();

	private final List<String> warnings = new ArrayList<>();

	public Tally tally() {
		return this.tally;
	}

	/**
	 * An item that was not imported.
	 */
	void leaveOut(String item, String reason) {
		this.leftOut.add(item + ": " + reason);
	}

	/**
	 * One of many that were not imported for the same reason.
	 */
	void leaveOut(String reason) {
		this.leftOutInNumbers.merge(reason, 1, Integer::sum);
	}

	void fail(String item, String reason) {
		this.failed.add(item + ": " + reason);
	}

	/**
	 * Something imported that is not quite what it was.
	 */
	void note(String note) {
		this.notes.add(note);
	}

	/**
	 * Something about the file as a whole.
	 */
	void warn(String warning) {
		this.warnings.add(warning);
	}

	ImportReport add(ImportReport other) {
		this.tally.add(other.tally);
		this.leftOut.addAll(other.leftOut);
		other.leftOutInNumbers.forEach((reason, count) -> this.leftOutInNumbers.merge(reason, count, Integer::sum));
		this.failed.addAll(other.failed);
		this.notes.addAll(other.notes);
		this.warnings.addAll(other.warnings);
		return this;
	}

	/**
	 * The items that were not imported, each with its reason.
	 */
	public List<String> leftOut() {
		return this.leftOut;
	}

	/**
	 * How many were not imported for a reason that many share.
	 */
	public Map<String, Integer> leftOutInNumbers() {
		return this.leftOutInNumbers;
	}

	/**
	 * The items that could not be written, each with its reason.
	 */
	public List<String> failed() {
		return this.failed;
	}

	/**
	 * What was imported in another form than it had, each remark once.
	 */
	public Set<String> notes() {
		return this.notes;
	}

	/**
	 * What is odd about the file as a whole.
	 */
	public List<String> warnings() {
		return this.warnings;
	}

	/**
	 * The report as text.
	 */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		for (Kind kind : Kind.values()) {
			count(kind, lines);
		}
		section("Left out", this.leftOut, lines);
		this.leftOutInNumbers.forEach((reason, count) -> lines.add("  %,d × %s".formatted(count, reason)));
		section("Failed", this.failed, lines);
		section("Notes", this.notes, lines);
		return lines;
	}

	private void count(Kind kind, List<String> lines) {
		int written = this.tally.count(kind, Outcome.NEW) + this.tally.count(kind, Outcome.UPDATED);
		int rest = this.tally.count(kind, Outcome.UNCHANGED) + this.tally.count(kind, Outcome.KEPT);
		if (written + rest > 0) {
			lines.add("%-10s %,8d new %,8d updated %,8d unchanged %,8d kept as edited here".formatted(kind.label(),
					this.tally.count(kind, Outcome.NEW), this.tally.count(kind, Outcome.UPDATED),
					this.tally.count(kind, Outcome.UNCHANGED), this.tally.count(kind, Outcome.KEPT)));
		}
	}

	private void section(String title, Collection<String> items, List<String> lines) {
		if (!items.isEmpty() || (title.equals("Left out") && !this.leftOutInNumbers.isEmpty())) {
			lines.add(title + ":");
			items.forEach((item) -> lines.add("  " + item));
		}
	}

}
