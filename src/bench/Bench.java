import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures Warta's home page and article page on a generated site, beside the cheapest query and the same rows by plain
 * JDBC, and prints Markdown.
 */
final class Bench {

	private final Options options;

	private final Path data;

	private final File log;

	private Bench(Options options) throws Exception {
		this.options = options;
		this.data = Path.of("target/bench/data-" + options.articles()).toAbsolutePath();
		this.log = new File("target/bench/warta.log");
		Files.createDirectories(this.data.getParent());
	}

	public static void main(String[] arguments) throws Exception {
		try {
			Bench bench = new Bench(Options.of(arguments));
			bench.fill();
			bench.run();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			say(ex.getMessage());
			System.exit(1);
		}
	}

	/**
	 * Fills the data folder. Warta makes the tables; what it holds in memory it reads at its next start.
	 */
	private void fill() throws Exception {
		say("Generating %,d articles, if they are not there".formatted(this.options.articles()));
		try (Warta warta = Warta.start(this.options.launch(), this.data, this.log);
				Connection database = Database.of(this.data).connect()) {
			Fill.fill(database, this.options.articles());
		}
	}

	private void run() throws Exception {
		try (Warta warta = Warta.start(this.options.launch(), this.data, this.log);
				Connection database = Database.of(this.data).connect()) {
			say("Checking the answers");
			Page home = Pages.home(warta.port(), database);
			Page article = Pages.article(warta.port(), database);
			List<Workload> workloads = List.of(home, article, Pages.floor(warta.port()),
					new Rows(Database.of(this.data)));
			String version = Database.column(database, "show server_version").get(0);
			warmUp(workloads, warta);
			record(warta);
			Duration busy = Machine.busy();
			Map<Report.Cell, List<Measurement>> rounds = measure(workloads, warta);
			System.out.print(new Report(this.options, version, rounds)
				.markdown(List.of(home, article), Machine.busy().minus(busy)));
		}
	}

	private void warmUp(List<Workload> workloads, Warta warta) throws Exception {
		say("Warming up for " + this.options.warmup() + " s");
		int most = this.options.concurrency().stream().mapToInt(Integer::intValue).max().orElseThrow();
		for (long end = System.nanoTime() + this.options.warmup() * 1_000_000_000L; System.nanoTime() < end;) {
			for (Workload workload : workloads) {
				Measurement.of(workload, most, 1, warta.handle());
			}
		}
	}

	private void record(Warta warta) throws Exception {
		if (this.options.recording() != null) {
			new ProcessBuilder(Launch.tool("jcmd"), String.valueOf(warta.handle().pid()), "JFR.start", "settings=profile",
					"dumponexit=true", "filename=" + this.options.recording())
				.inheritIO()
				.start()
				.waitFor();
		}
	}

	/**
	 * Every round measures everything, so that what else the machine does is spread evenly.
	 */
	private Map<Report.Cell, List<Measurement>> measure(List<Workload> workloads, Warta warta) throws Exception {
		Map<Report.Cell, List<Measurement>> rounds = new LinkedHashMap<>();
		for (int round = 1; round <= this.options.rounds(); round++) {
			say("Round " + round + " of " + this.options.rounds());
			for (Workload workload : workloads) {
				for (int concurrency : this.options.concurrency()) {
					rounds.computeIfAbsent(new Report.Cell(workload.name(), concurrency), (cell) -> new ArrayList<>())
						.add(Measurement.of(workload, concurrency, this.options.seconds(), warta.handle()));
				}
			}
		}
		return rounds;
	}

	private static void say(String what) {
		System.err.println(what);
	}

}
