import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was measured, as Markdown.
 *
 * @param options how
 * @param postgres PostgreSQL's version
 * @param rounds each round's figures
 */
record Report(Options options, String postgres, Map<Report.Cell, List<Measurement>> rounds) {

	private static final String HEAD = """
			| workload | clients | requests/s | p50 ms | p99 ms | Warta µs | PostgreSQL µs | Redis µs | load µs | CPU, floor = 1 |
			|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
			""";

	/**
	 * Something measured with some clients.
	 *
	 * @param workload its name
	 * @param clients how many
	 */
	record Cell(String workload, int clients) {

	}

	/**
	 * The facts, and a table of the rounds' medians.
	 * @param pages whose size to tell
	 * @param busy the CPU time of all of the machine meanwhile
	 */
	String markdown(List<Page> pages, Duration busy) {
		Map<Cell, Measurement> medians = new LinkedHashMap<>();
		this.rounds.forEach((cell, measured) -> medians.put(cell, Measurement.median(measured)));
		return facts(pages, busy) + HEAD + medians.keySet()
			.stream()
			.map((cell) -> line(cell, medians.get(cell), floor(medians, cell.clients())))
			.collect(Collectors.joining());
	}

	private String facts(List<Page> pages, Duration busy) {
		return text("""
				%s: %s, PostgreSQL %s. %s
				%,d articles, %,d comments, seed %d; %d s of warm-up; medians of %d x %d s.
				Answers: %s. Other processes kept %s of the cores busy.

				""", LocalDate.now(ZoneOffset.UTC), Machine.description(), this.postgres, Machine.pinned(),
				this.options.articles(), (long) this.options.articles() * Fill.COMMENTS_PER_ARTICLE, Fill.SEED,
				this.options.warmup(), this.options.rounds(), this.options.seconds(), sizes(pages), others(busy));
	}

	private static String sizes(List<Page> pages) {
		return pages.stream()
			.map((page) -> text("%s %.1f kB", page.name(), page.size() / 1000.0))
			.collect(Collectors.joining(", "));
	}

	/** In how many cores' worth others than the load and the servers were at work. */
	private String others(Duration busy) {
		if (busy.isZero()) {
			return "an unknown share";
		}
		double ours = this.rounds.entrySet()
			.stream()
			.flatMap((cell) -> cell.getValue().stream())
			.mapToDouble((measured) -> cpu(measured, true) * measured.perSecond() / 1e6 * this.options.seconds())
			.sum();
		int measurements = this.options.rounds() * this.rounds.size();
		return text("%.2f", Math.max(0, busy.toMillis() / 1000.0 - ours) / (measurements * this.options.seconds()));
	}

	/** The same clients' cheapest query. */
	private static Measurement floor(Map<Cell, Measurement> medians, int clients) {
		return medians.entrySet()
			.stream()
			.filter((cell) -> cell.getKey().clients() == clients && cell.getKey().workload().contains("__typename"))
			.findFirst()
			.orElseThrow()
			.getValue();
	}

	private static String line(Cell cell, Measurement measured, Measurement floor) {
		return text("| %s | %d | %,.0f | %.2f | %.2f | %,.0f | %,.0f | %,.1f | %,.0f | %.1f |%n", cell.workload(),
				cell.clients(), measured.perSecond(), measured.p50() / 1000, measured.p99() / 1000, measured.warta(),
				measured.postgres(), measured.redis(), measured.load(), cpu(measured, false) / cpu(floor, false));
	}

	private static double cpu(Measurement measured, boolean load) {
		return measured.warta() + measured.postgres() + measured.redis() + (load ? measured.load() : 0);
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

}
