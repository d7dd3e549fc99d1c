import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What was measured, as Markdown.
 *
 * @param options how
 */
record LiveReport(LiveOptions options) {

	static final String WARTA = "Warta";

	private static final double MILLI = 1e6;

	String facts(String postgres) {
		return text("""
				%s: %s, PostgreSQL %s. %s
				Servers run with `%s`.
				""", LocalDate.now(ZoneOffset.UTC), Machine.description(), postgres, Machine.pinned(),
				String.join(" ", this.options.launch().jvm()));
	}

	/**
	 * Servers side by side, Warta first.
	 */
	String fanOut(Map<String, List<FanOut>> servers) {
		StringBuilder table = new StringBuilder(text("""

				%,d subscribers: medians of %d rounds of %d flashes.

				| %s |
				|---|%s
				""", this.options.subscribers(), this.options.rounds(), this.options.flashes(),
				String.join(" | ", heads(servers)), "--:|".repeat(2 * servers.size())));
		row(table, "CPU for a delivery, µs", "bare Netty × 2 at most", servers, FanOut::cpu);
		row(table, "delivery p50, ms", "", servers, FanOut::p50);
		row(table, "delivery p99, ms", "bare Netty × 2 at most", servers, FanOut::p99);
		row(table, "delivery max, ms", "", servers, FanOut::max);
		row(table, "memory of an idle subscriber, KiB", "bare Netty × 2 at most", servers, FanOut::resident);
		row(table, "of it in the heap, KiB", "", servers, FanOut::heap);
		row(table, "CPU to subscribe, µs", "", servers, FanOut::join);
		row(table, "CPU when idle, % of a core", "", servers, FanOut::idle);
		row(table, "the load's CPU for a delivery, µs", "", servers, FanOut::load);
		double others = Median.of(servers.values().stream().flatMap(List::stream).toList(), FanOut::others);
		return table.append(text("%nOther processes, PostgreSQL among them, kept %.2f of the cores busy.%n", others))
			.toString();
	}

	private static List<String> heads(Map<String, List<FanOut>> servers) {
		List<String> heads = new ArrayList<>(List.of(""));
		heads.addAll(servers.keySet());
		servers.keySet().stream().skip(1).forEach((name) -> heads.add(WARTA + " / " + name));
		heads.add("target");
		return heads;
	}

	private static void row(StringBuilder table, String name, String target, Map<String, List<FanOut>> servers,
			ToDoubleFunction<FanOut> figure) {
		List<Double> medians = servers.values().stream().map((rounds) -> Median.of(rounds, figure)).toList();
		table.append("| ").append(name);
		medians.forEach((median) -> table.append(text(" | %,.1f", median)));
		medians.stream()
			.skip(1)
			.forEach((median) -> table.append((median > 0) ? text(" | %.2f", medians.get(0) / median) : " | "));
		table.append(" | ").append(target).append(" |\n");
	}

	String reconnect(List<Reconnect> restarts) {
		Reconnect median = Reconnect.median(restarts);
		return text("""

				%,d subscribers come back to a node that was %s, %d flashes later: medians of %d restarts.

				| | | target |
				|---|--:|--:|
				| the node's end, s | %.1f | |
				| from its start to its first answer, s | %.1f | |
				| from then until all had caught up, s | %.1f | ≤ 10 |
				| statements in that time | %d | |
				| statements a second in that time | %.1f | |
				| statements a second when idle | %.1f | |
				| statements a second for those who came back | %.1f | a handful |
				""", this.options.subscribers(), this.options.kill() ? "killed" : "stopped", this.options.missed(),
				restarts.size(), median.stop(), median.start(), median.caughtUp(), median.statements(),
				median.perSecond(), median.idlePerSecond(),
				Median.of(restarts, (restart) -> restart.perSecond() - restart.idlePerSecond()));
	}

	String pace(Pace pace) {
		return text("""

				%d subscribers, %.0f flashes a second for %d s.

				| | p50 ms | p99 ms | max ms | target |
				|---|--:|--:|--:|--:|
				| delivered, from just before the commit | %s | p50 < 20 |
				| delivered, from the commit's return | %s | |
				| the commit itself | %s | |
				""", Pace.SUBSCRIBERS, pace.rate(), this.options.seconds(), percentiles(pace.fromBegin()),
				percentiles(pace.fromEnd()), percentiles(pace.commit()));
	}

	private static String percentiles(long[] sorted) {
		return text("%.1f | %.1f | %.1f", FanOut.percentile(sorted, 50) / MILLI, FanOut.percentile(sorted, 99) / MILLI,
				sorted[sorted.length - 1] / MILLI);
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

}
