import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how comments are read and written, and what is left of them when Warta is killed, and prints Markdown.
 */
final class CommentsBench {

	private static final String PAGE = """
			query ($slug: String!) { article(slug: $slug) { commentCount comments(first: 20, orderBy: %s) { totalCount
			nodes { id authorName body createdAt likeCount replyCount
			replies(first: 3) { nodes { id authorName body createdAt } pageInfo { hasNextPage endCursor } } }
			pageInfo { hasNextPage endCursor } } } }""";

	/** How long a server that has just started is slow, in seconds. */
	private static final int COLD = 15;

	private final int clients;

	private final int warmup;

	private final int rounds;

	private final int seconds;

	private final List<String> parts;

	private final Launch launch;

	private final Path data;

	private final File log = new File("target/bench/warta.log");

	private CommentsBench(Arguments given) throws IOException {
		this.clients = given.number("clients", 32);
		this.warmup = given.number("warmup", 60);
		this.rounds = given.number("rounds", 5);
		this.seconds = given.number("seconds", 5);
		this.parts = Arrays.asList(given.text("parts", "read,write,kill").split(","));
		// Without forms, and as many as can be
		this.launch = new Launch(given.text("pin", "yes").equals("yes"),
				Arrays.asList(given.text("jvm", "-Xms512m -Xmx512m -XX:+UseSerialGC").split(" ")), given.rest())
			.with("--management.server.port=0", "--warta.proxies=127.0.0.0/8", "--warta.comments.minimum-time=0s",
					"--warta.comments.per-address=1000000000", "--warta.comments.per-article=1000000000");
		given.end();
		this.data = Path.of("target/bench/data-comments").toAbsolutePath();
		Files.createDirectories(this.data.getParent());
	}

	public static void main(String[] arguments) throws Exception {
		try {
			new CommentsBench(new Arguments(arguments)).run();
			System.exit(0);
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			say(ex.getMessage());
			System.exit(1);
		}
	}

	private void run() throws Exception {
		try (Warta warta = Warta.start(this.launch, this.data, this.log);
				Connection database = Database.of(this.data).connect()) {
			CommentFill.fill(database);
		}
		try (Warta warta = Warta.start(this.launch, this.data, this.log)) {
			System.out.printf(Locale.ROOT, "%s: %s. %s%n", LocalDate.now(), Machine.description(), Machine.pinned());
			if (this.parts.contains("read")) {
				read(warta);
			}
			if (this.parts.contains("write")) {
				write(warta);
			}
		}
		if (this.parts.contains("kill")) {
			kill();
		}
	}

	private void read(Warta warta) throws Exception {
		for (String order : List.of("NEWEST", "OLDEST", "BEST")) {
			Map<String, Workload> pages = new LinkedHashMap<>();
			for (String slug : List.of("few", "many")) {
				pages.put(slug, Page.of(slug, warta.port(), List.of(new Page.Asked(request(order, slug), CommentsBench::check))));
			}
			System.out.printf("%n| %s first, 1 client | p50 ms | p99 ms | pages/s | of the first's p50 |%n|---|---:|---:|---:|---:|%n",
					order);
			Map<String, List<Measurement>> measured = measure(pages, 1, warta.handle());
			measured.forEach((slug, rounds) -> System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %,.0f | %.2f |%n",
					slug.equals("few") ? "of 100 comments" : "of 100,000 comments",
					Median.of(rounds, Measurement::p50) / 1000, Median.of(rounds, Measurement::p99) / 1000,
					Median.of(rounds, Measurement::perSecond), ratio(rounds, measured.get("few"), true)));
		}
	}

	private static String request(String order, String slug) {
		return "{\"query\":" + Json.quoted(PAGE.formatted(order)) + ",\"variables\":{\"slug\":\"" + slug + "\"}}";
	}

	private static void check(Object data) {
		List<?> threads = (List<?>) Json.at(data, "article", "comments", "nodes");
		long replies = threads.stream().mapToLong((thread) -> ((List<?>) Json.at(thread, "replies", "nodes")).size()).sum();
		if (threads.size() != 20 || replies != 60) {
			throw new IllegalStateException(threads.size() + " threads with " + replies + " replies");
		}
	}

	private void write(Warta warta) throws Exception {
		Map<String, Workload> writers = new LinkedHashMap<>();
		writers.put("commits", new Commits(Database.of(this.data)));
		writers.put("comments", Writing.of(warta.port(), CommentFill.articles(this.data)));
		System.out.printf("%n| written | a second | of the commits | p50 ms | p99 ms | Warta's CPU µs | PostgreSQL's |%n"
				+ "|---|---:|---:|---:|---:|---:|---:|%n");
		Map<String, List<Measurement>> measured = measure(writers, this.clients, warta.handle());
		measured.forEach((name, rounds) -> System.out.printf(Locale.ROOT, "| %s | %,.0f | %.0f %% | %.2f | %.2f | %.0f | %.0f |%n",
				writers.get(name).name(), Median.of(rounds, Measurement::perSecond),
				100 * ratio(rounds, measured.get("commits"), false), Median.of(rounds, Measurement::p50) / 1000,
				Median.of(rounds, Measurement::p99) / 1000, Median.of(rounds, Measurement::warta),
				Median.of(rounds, Measurement::postgres)));
	}

	/** Commits come from one connection, whatever else comes from how many. */
	private Map<String, List<Measurement>> measure(Map<String, Workload> workloads, int clients, ProcessHandle server)
			throws Exception {
		say("Warming up for " + this.warmup + " s");
		for (long end = System.nanoTime() + this.warmup * 1_000_000_000L; System.nanoTime() < end;) {
			for (Workload workload : workloads.values()) {
				Measurement.of(workload, (workload instanceof Commits) ? 1 : clients, 2, server);
			}
		}
		Map<String, List<Measurement>> measured = new LinkedHashMap<>();
		for (int round = 1; round <= this.rounds; round++) {
			say("Round " + round + " of " + this.rounds);
			for (Map.Entry<String, Workload> workload : workloads.entrySet()) {
				int some = (workload.getValue() instanceof Commits) ? 1 : clients;
				measured.computeIfAbsent(workload.getKey(), (name) -> new ArrayList<>())
					.add(Measurement.of(workload.getValue(), some, this.seconds, server));
			}
		}
		return measured;
	}

	private static double ratio(List<Measurement> rounds, List<Measurement> first, boolean latency) {
		List<Double> ratios = new ArrayList<>();
		for (int i = 0; i < rounds.size(); i++) {
			ratios.add(latency ? rounds.get(i).p50() / first.get(i).p50()
					: rounds.get(i).perSecond() / first.get(i).perSecond());
		}
		return Median.of(ratios, Double::doubleValue);
	}

	/** What was answered before the end must be there after it, with its event, once. */
	private void kill() throws Exception {
		Writing writing;
		Warta killed = Warta.start(this.launch, this.data, this.log);
		writing = Writing.of(killed.port(), CommentFill.articles(this.data));
		Thread end = new Thread(() -> {
			try {
				Thread.sleep((COLD + this.seconds) * 1000L);
				killed.kill();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		end.start();
		try {
			Measurement.of(writing, this.clients, COLD + this.seconds + 5.0, killed.handle());
		}
		catch (Exception expected) {
			say("Killed: " + expected.getMessage());
		}
		end.join();
		try (Warta warta = Warta.start(this.launch, this.data, this.log);
				Connection database = Database.of(this.data).connect()) {
			String ids = "'{" + String.join(",", writing.accepted().stream().map(String::valueOf).toList()) + "}'::bigint[]";
			String found = Database.column(database, """
					select count(*) filter (where c.status = 'APPROVED') || ' are there, ' || count(e.position) || ' events of '
					    || count(distinct e.subject_id) || ' of them'
					from unnest(%s) k (id) left join comment c on c.id = k.id
					left join event_log e on e.subject_id = k.id and e.kind = 'COMMENT_APPROVED'""".formatted(ids)).get(0);
			System.out.printf("%nKilled while %d clients wrote: of %,d comments that were answered %s.%n", this.clients,
					writing.accepted().size(), found);
		}
	}

	private static void say(String what) {
		System.err.println(what);
	}

}
