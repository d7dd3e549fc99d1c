import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long searches take that come one after the other, and prints Markdown.
 */
final class SearchBench {

	private static final String HITS = "edges { score titleHighlight bodyHighlight node { slug title excerpt } }";

	private static final String FACETS = "totalCount facets { categories { category { slug } count } "
			+ "tags { tag { slug } count } authors { author { slug } count } months { date count } }";

	/** Ranks of words: the most frequent one is in nearly all articles. */
	private static final List<Question> QUESTIONS = List.of(
			search("the most common word", "orderBy: RELEVANCE", HITS, (random) -> SearchFill.word(0)),
			search("the same, newest first", "orderBy: NEWEST", HITS, (random) -> SearchFill.word(0)),
			search("the same, with total and facets", "", HITS + FACETS, (random) -> SearchFill.word(0)),
			search("the same, in a category", "where: {category: {eq: \"rubrik-3\"}}", HITS, (random) -> SearchFill.word(0)),
			search("one of the hundred most common words", "", HITS, (random) -> SearchFill.word(1 + random.nextInt(99))),
			search("the same, newest first", "orderBy: NEWEST", HITS, (random) -> SearchFill.word(1 + random.nextInt(99))),
			search("the same, with total and facets", "", HITS + FACETS,
					(random) -> SearchFill.word(1 + random.nextInt(99))),
			search("a word of every 200th article", "", HITS, (random) -> SearchFill.word(1700 + random.nextInt(300))),
			search("a word of some 150 articles", "", HITS, (random) -> SearchFill.word(55_000 + random.nextInt(1000))),
			search("two common words", "", HITS,
					(random) -> SearchFill.word(random.nextInt(50)) + " " + SearchFill.word(50 + random.nextInt(200))),
			search("a phrase of two common words", "", HITS,
					(random) -> '"' + SearchFill.word(random.nextInt(20)) + " " + SearchFill.word(random.nextInt(20)) + '"'),
			search("a common word but not another one", "", HITS,
					(random) -> SearchFill.word(1 + random.nextInt(50)) + " -" + SearchFill.word(0)),
			search("a word mistyped, with what was meant", "", "nodes { slug } didYouMean",
					(random) -> SearchFill.word(5000 + random.nextInt(1000)).replaceFirst("(..)(.)", "$1x$2")),
			new Question("suggestions for three letters",
					"query ($text: String!) { suggest(prefix: $text) { categories { name } tags { name } authors { name } "
							+ "articles { title slug } } }",
					(random) -> SearchFill.word(random.nextInt(400)).substring(0, 3), "\"suggest\""),
			new Question("related articles of an article",
					"query ($text: String!) { article(slug: $text) { related { slug title } } }",
					(random) -> "a-" + (1 + random.nextInt(Integer.getInteger("articles"))), "\"related\""));

	private final int articles;

	private final int warmup;

	private final int asks;

	private final int port;

	private final Launch launch;

	private SearchBench(Arguments given) {
		this.articles = given.number("articles", 1_000_000);
		this.warmup = given.number("warmup", 60);
		this.asks = given.number("asks", 300);
		this.port = given.number("port", 0);
		this.launch = new Launch(given.text("pin", "no").equals("yes"),
				Arrays.asList(given.text("jvm", "-Xms512m -Xmx512m -XX:+UseSerialGC").split(" ")), given.rest())
			.with("--management.server.port=0");
		given.end();
		System.setProperty("articles", String.valueOf(this.articles));
	}

	private static Question search(String name, String arguments, String selection, Question.Text text) {
		return new Question(name, "query ($text: String!) { search(query: $text " + arguments + ") { " + selection + " } }",
				text, "\"search\"");
	}

	public static void main(String[] arguments) throws Exception {
		SearchBench bench = new SearchBench(new Arguments(arguments));
		if (bench.port > 0) {
			bench.measure(bench.port);
		}
		else {
			bench.run();
		}
		System.exit(0);
	}

	private void run() throws Exception {
		Path data = Path.of("target/bench/data-search-" + this.articles).toAbsolutePath();
		Files.createDirectories(data.getParent());
		try (Warta warta = Warta.start(this.launch, data, new File("target/bench/warta.log"))) {
			Database database = Database.of(data);
			try (Connection connection = database.connect()) {
				new SearchFill(database, connection, this.articles).fill();
			}
		}
		// What it holds in memory it reads at its start
		try (Warta warta = Warta.start(this.launch, data, new File("target/bench/warta.log"))) {
			measure(warta.port());
		}
	}

	private void measure(int port) throws IOException {
		try (Client client = new Client(port)) {
			System.err.println("Warming up for " + this.warmup + " s");
			for (long seed = 0, end = System.nanoTime() + this.warmup * 1_000_000_000L; System.nanoTime() < end; seed++) {
				for (Question question : QUESTIONS) {
					question.ask(client, 3, seed);
				}
			}
			System.out.printf("%s: %s%n%n", LocalDate.now(), Machine.description());
			System.out.println("| asked for | p50 ms | p99 ms | max ms |");
			System.out.println("|---|--:|--:|--:|");
			Duration before = Machine.busy();
			long start = System.nanoTime();
			for (Question question : QUESTIONS) {
				double[] took = question.ask(client, this.asks, 42);
				System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.1f |%n", question.name(), took[this.asks / 2],
						took[this.asks * 99 / 100], took[this.asks - 1]);
			}
			System.out.printf(Locale.ROOT, "%nAll processes kept %.2f of the cores busy.%n",
					Machine.busy().minus(before).toNanos() / (double) (System.nanoTime() - start));
		}
	}

}
