import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures how Warta counts views, beside a WebFlux route that does one {@code INCR} on the same Redis, and what Redis
 * takes for them, and prints Markdown.
 */
final class ViewsBench {

	private static final int GRAPHQL_OK = 200;

	private static final int NO_CONTENT = 204;

	private final int articles;

	private final int clients;

	private final int warmup;

	private final int rounds;

	private final int seconds;

	private final int memory;

	private final List<String> parts;

	private final Launch launch;

	private final Path data;

	private final File log = new File("target/bench/warta.log");

	private ViewsBench(Arguments given) throws IOException {
		this.articles = given.number("articles", 1000);
		this.clients = given.number("clients", 32);
		this.warmup = given.number("warmup", 60);
		this.rounds = given.number("rounds", 5);
		this.seconds = given.number("seconds", 5);
		this.memory = given.number("memory", 1_000_000);
		this.parts = Arrays.asList(given.text("parts", "rate,memory").split(","));
		this.launch = new Launch(given.text("pin", "yes").equals("yes"),
				Arrays.asList(given.text("jvm", "-Xms512m -Xmx512m -XX:+UseSerialGC").split(" ")), given.rest());
		given.end();
		this.data = Path.of("target/bench/data-" + this.articles).toAbsolutePath();
		Files.createDirectories(this.data.getParent());
	}

	public static void main(String[] arguments) throws Exception {
		try {
			ViewsBench bench = new ViewsBench(new Arguments(arguments));
			bench.fill();
			bench.run();
			System.exit(0);
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			say(ex.getMessage());
			System.exit(1);
		}
	}

	private void fill() throws Exception {
		say("Generating %,d articles, if they are not there".formatted(this.articles));
		try (Warta warta = Warta.start(this.launch, this.data, this.log);
				Connection database = Database.of(this.data).connect()) {
			Fill.fill(database, this.articles);
		}
	}

	private void run() throws Exception {
		// All come from one address
		Launch unlimited = this.launch.with("--warta.views.new-visitors-per-network=2147483647");
		try (Warta warta = Warta.start(unlimited, this.data, this.log);
				Redis redis = Redis.of(warta.handle(), this.data);
				Connection database = Database.of(this.data).connect()) {
			String version = Database.column(database, "show server_version").get(0);
			System.out.printf(Locale.ROOT, "%s: %s, PostgreSQL %s. %s%n", LocalDate.now(), Machine.description(), version,
					Machine.pinned());
			if (this.parts.contains("rate")) {
				rate(warta, database);
			}
			if (this.parts.contains("memory")) {
				Memory taken = new Memory(redis, this.memory);
				System.out.print(taken.markdown());
				taken.clear();
			}
		}
	}

	private void rate(Warta warta, Connection database) throws Exception {
		Process bare = bare(warta);
		try {
			List<String> slugs = Database.column(database, "select slug from article where visible order by id limit 1000");
			List<String> ids = Database.column(database, "select id from article where visible order by id limit 1000");
			Map<ViewWorkload, ProcessHandle> workloads = new LinkedHashMap<>();
			workloads.put(beacons("`INCR` by a bare route", port(bare), slugs), bare.toHandle());
			workloads.put(beacons("beacon", warta.port(), slugs), warta.handle());
			workloads.put(new ViewWorkload("`recordView`", warta.port(), ids.size(), GRAPHQL_OK, "\"counted\":true",
					(article, visitor) -> ViewWorkload.post("/graphql", "application/json",
							mutation(ids.get(article), visitor))),
					warta.handle());
			say("Warming up for " + this.warmup + " s");
			for (long end = System.nanoTime() + this.warmup * 1_000_000_000L; System.nanoTime() < end;) {
				for (Map.Entry<ViewWorkload, ProcessHandle> workload : workloads.entrySet()) {
					Measurement.of(workload.getKey(), this.clients, 1, workload.getValue());
				}
			}
			Map<String, List<Measurement>> measured = new LinkedHashMap<>();
			for (int round = 1; round <= this.rounds; round++) {
				say("Round " + round + " of " + this.rounds);
				for (Map.Entry<ViewWorkload, ProcessHandle> workload : workloads.entrySet()) {
					measured.computeIfAbsent(workload.getKey().name(), (name) -> new ArrayList<>())
						.add(Measurement.of(workload.getKey(), this.clients, this.seconds, workload.getValue()));
				}
			}
			System.out.print(table(measured));
		}
		finally {
			bare.getOutputStream().close();
			if (!bare.waitFor(10, TimeUnit.SECONDS)) {
				bare.destroyForcibly().waitFor();
			}
		}
	}

	private Process bare(Warta warta) throws IOException {
		ProcessBuilder bare = new ProcessBuilder(new Launch(this.launch.pin(), this.launch.jvm(), List.of())
			.command(List.of("-cp", System.getProperty("java.class.path"), "IncrServer")))
			.redirectError(ProcessBuilder.Redirect.INHERIT);
		bare.environment().put("REDIS_PORT", String.valueOf(Redis.port(warta.handle())));
		bare.environment().put("REDIS_PASSWORD", Redis.password(this.data));
		Process started = bare.start();
		Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
		return started;
	}

	private static int port(Process bare) throws IOException {
		String port = new BufferedReader(new InputStreamReader(bare.getInputStream())).readLine();
		if (port == null) {
			throw new IllegalStateException("The bare route doesn't start");
		}
		return Integer.parseInt(port);
	}

	private static ViewWorkload beacons(String name, int port, List<String> slugs) {
		return new ViewWorkload(name, port, slugs.size(), NO_CONTENT, "", (article, visitor) -> ViewWorkload
			.post("/views/" + slugs.get(article) + "?visitor=" + visitor, "text/plain", ""));
	}

	private static String mutation(String article, String visitor) {
		String id = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(("Article:" + article).getBytes());
		return """
				{"query":"mutation ($input: RecordViewInput!) { recordView(input: $input) { counted } }",\
				"variables":{"input":{"articleId":"%s","visitor":"%s"}}}""".formatted(id, visitor);
	}

	/** The ratio of each round, and of these the median: machines are busier at times. */
	private String table(Map<String, List<Measurement>> measured) {
		StringBuilder lines = new StringBuilder("""

				| %d clients | requests/s | of the bare route's | p50 ms | p99 ms | server CPU µs |
				|---|---:|---:|---:|---:|---:|
				""".formatted(this.clients));
		List<Measurement> bare = measured.values().iterator().next();
		measured.forEach((name, rounds) -> {
			List<Double> ratios = new ArrayList<>();
			for (int i = 0; i < rounds.size(); i++) {
				ratios.add(rounds.get(i).perSecond() / bare.get(i).perSecond());
			}
			Measurement median = Measurement.median(rounds);
			lines.append(String.format(Locale.ROOT, "| %s | %,.0f | %.0f %% | %.2f | %.2f | %.0f |%n", name,
					median.perSecond(), 100 * Median.of(ratios, Double::doubleValue), median.p50() / 1000,
					median.p99() / 1000, median.warta()));
		});
		return lines.toString();
	}

	private static void say(String what) {
		System.err.println(what);
	}

}
