import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;

import id.warta.comment.submission.Desk;

/**
 * Measures what writing comments takes without HTTP and GraphQL, beside rows with a commit each, and prints Markdown.
 */
final class DeskBench {

	private static final Path DATA = Path.of("target/bench/data-comments").toAbsolutePath();

	private DeskBench() {
	}

	public static void main(String[] arguments) throws Exception {
		Arguments given = new Arguments(arguments);
		List<Integer> clients = Arrays.stream(given.text("clients", "32,128").split(",")).map(Integer::valueOf).toList();
		int warmup = given.number("warmup", 60);
		int rounds = given.number("rounds", 5);
		int seconds = given.number("seconds", 5);
		given.end();
		try (Desk desk = desk(); Connection database = Database.of(DATA).connect()) {
			CommentFill.fill(database);
		}
		try (Desk desk = desk()) {
			List<Workload> workloads = new ArrayList<>(List.of(new Commits(Database.of(DATA))));
			long[] articles = CommentFill.articles(DATA);
			clients.forEach((some) -> workloads.add(new Written(desk, articles, some)));
			for (long end = System.nanoTime() + warmup * 1_000_000_000L; System.nanoTime() < end;) {
				round(workloads, 2);
			}
			List<Map<Workload, Measurement>> measured = new ArrayList<>();
			for (int i = 0; i < rounds; i++) {
				measured.add(round(workloads, seconds));
			}
			print(workloads, measured);
		}
		System.exit(0);
	}

	private static Desk desk() {
		return new Desk("--server.port=0", "--management.server.port=0", "--warta.data=" + DATA, "--warta.demo=false",
				"--spring.main.banner-mode=off", "--logging.level.root=warn", "--warta.comments.minimum-time=0s",
				"--warta.comments.per-article=1000000000");
	}

	private static Map<Workload, Measurement> round(List<Workload> workloads, int seconds) throws Exception {
		Map<Workload, Measurement> round = new LinkedHashMap<>();
		for (Workload workload : workloads) {
			round.put(workload, Measurement.of(workload, 1, seconds, ProcessHandle.current()));
		}
		return round;
	}

	private static void print(List<Workload> workloads, List<Map<Workload, Measurement>> measured) {
		System.out.printf("%s: %s.%n%n| written | a second | of the rows | Java's CPU µs | PostgreSQL's | Redis's |%n"
				+ "|---|--:|--:|--:|--:|--:|%n", LocalDate.now(), Machine.description());
		for (Workload workload : workloads) {
			Measurement median = Measurement.median(measured.stream().map((round) -> round.get(workload)).toList());
			double ratio = Median.of(measured,
					(round) -> round.get(workload).perSecond() / round.get(workloads.get(0)).perSecond());
			System.out.printf(Locale.ROOT, "| %s | %,.0f | %.0f %% | %.0f | %.0f | %.0f |%n", workload.name(),
					median.perSecond(), 100 * ratio, median.warta(), median.postgres(), median.redis());
		}
	}

	private record Written(Desk desk, long[] articles, int clients) implements Workload {

		@Override
		public String name() {
			return "comments, " + clients() + " at once";
		}

		@Override
		public Worker worker(int number) {
			Semaphore free = new Semaphore(clients());
			return new Worker() {

				@Override
				public void ask() {
					desk().write(articles(), free);
				}

				@Override
				public void close() {
					free.acquireUninterruptibly(clients());
				}

			};
		}

	}

}
