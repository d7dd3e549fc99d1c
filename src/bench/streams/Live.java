import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.sun.management.UnixOperatingSystemMXBean;

/**
 * Measures Warta's live streams on a generated site, beside servers that do less, and prints Markdown. Any flash that
 * a subscriber doesn't get, or gets twice, ends it.
 */
final class Live {

	/** What a process opens besides its subscribers. */
	private static final int OTHER_FILES = 500;

	/** The servers to compare with: their names, and their classes. */
	private static final Map<String, List<String>> YARDSTICKS = Map.of("bare", List.of("bare Netty", "BareServer"),
			"webflux", List.of("bare WebFlux", "WebFluxServer"));

	private final LiveOptions options;

	private final LiveReport report;

	private final Path data;

	private final File log;

	private Live(LiveOptions options) throws Exception {
		this.options = options;
		this.report = new LiveReport(options);
		this.data = Path.of("target/bench/data-" + options.articles()).toAbsolutePath();
		this.log = new File("target/bench/warta.log");
		Files.createDirectories(this.data.getParent());
	}

	public static void main(String[] arguments) throws Exception {
		try {
			LiveOptions options = LiveOptions.of(arguments);
			checkFiles(options.subscribers() + OTHER_FILES);
			new Live(options).run();
			System.exit(0);
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			say(ex.getMessage());
			System.exit(1);
		}
	}

	private static void checkFiles(int needed) {
		if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
				&& system.getMaxFileDescriptorCount() < needed) {
			throw new IllegalStateException("A process may open %,d files, but %,d are needed: raise 'ulimit -n'"
				.formatted(system.getMaxFileDescriptorCount(), needed));
		}
	}

	private void run() throws Exception {
		try (Hold hold = fill(); Flashes flashes = new Flashes(Database.of(this.data))) {
			for (String part : this.options.parts()) {
				switch (part) {
					case "fanout" -> System.out.print(this.report.fanOut(fanOut(flashes)));
					case "reconnect" -> System.out.print(this.report.reconnect(reconnect(flashes)));
					case "pace" -> System.out.print(this.report.pace(pace(flashes)));
					default -> throw new IllegalArgumentException("There is no part " + part);
				}
			}
		}
	}

	/**
	 * Fills the data folder, and lets its servers run on: Warta is started often.
	 */
	private Hold fill() throws Exception {
		say("Generating %,d articles, if they are not there".formatted(this.options.articles()));
		try (Warta warta = Warta.start(this.options.warta(), this.data, this.log);
				Connection database = Database.of(this.data).connect()) {
			Fill.fill(database, this.options.articles());
			System.out.print(this.report.facts(Database.column(database, "show server_version").get(0)));
			return Hold.of(this.data);
		}
	}

	/**
	 * Every round starts and measures every server, so that what else the machine does is spread evenly.
	 */
	private Map<String, List<FanOut>> fanOut(Flashes flashes) throws Exception {
		Map<String, List<FanOut>> servers = new LinkedHashMap<>();
		for (int round = 1; round <= this.options.rounds(); round++) {
			Map<Integer, String> texts = new LinkedHashMap<>();
			say("Round " + round + " of " + this.options.rounds() + ": " + LiveReport.WARTA);
			try (Warta warta = Warta.start(this.options.warta(), this.data, this.log)) {
				note(servers, LiveReport.WARTA,
						FanOut.of(this.options, new Jvm(warta.handle()), warta.port(), flashes, texts::putAll));
			}
			for (String name : this.options.yardsticks()) {
				List<String> yardstick = YARDSTICKS.get(name);
				say("Round " + round + " of " + this.options.rounds() + ": " + yardstick.get(0));
				try (Yardstick server = Yardstick.start(this.options.yardstick(), yardstick.get(1), texts)) {
					note(servers, yardstick.get(0), FanOut.of(this.options, new Jvm(server.handle()), server.port(),
							server, (own) -> {
							}));
				}
			}
		}
		return servers;
	}

	private static void note(Map<String, List<FanOut>> servers, String name, FanOut measured) {
		say(measured.toString());
		servers.computeIfAbsent(name, (key) -> new ArrayList<>()).add(measured);
	}

	private List<Reconnect> reconnect(Flashes flashes) throws Exception {
		List<Reconnect> restarts = new ArrayList<>();
		for (int restart = 1; restart <= this.options.restarts(); restart++) {
			say("Restart " + restart + " of " + this.options.restarts());
			restarts.add(Reconnect.of(this.options, this.data, this.log, flashes));
			say(restarts.get(restart - 1).toString());
		}
		return restarts;
	}

	private Pace pace(Flashes flashes) throws Exception {
		say("%d flashes a second".formatted(this.options.rate()));
		return Pace.of(this.options, this.data, this.log, flashes);
	}

	private static void say(String what) {
		System.err.println(what);
	}

}
