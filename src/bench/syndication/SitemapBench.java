import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures what the sitemap of a large site costs, and feeds of it, and prints Markdown.
 */
final class SitemapBench {

	private static final int NOT_MODIFIED = 304;

	private final int articles;

	private final int rounds;

	private final int idlers;

	private final int warmup;

	private final int requests;

	private final Launch launch;

	private SitemapBench(Arguments given) {
		this.articles = given.number("articles", 1_000_000);
		this.rounds = given.number("rounds", 3);
		this.idlers = given.number("idlers", 20);
		this.warmup = given.number("warmup", 30);
		this.requests = given.number("requests", 1000);
		this.launch = new Launch(given.text("pin", "yes").equals("yes"),
				Arrays.asList(given.text("jvm", "-Xmx192m -XX:+UseSerialGC").split(" ")), given.rest())
			.with("--management.server.port=0");
		given.end();
	}

	public static void main(String[] arguments) throws Exception {
		new SitemapBench(new Arguments(arguments)).run();
		System.exit(0);
	}

	private void run() throws Exception {
		Path data = Path.of("target/bench/data-sitemap-" + this.articles).toAbsolutePath();
		Files.createDirectories(data.getParent());
		File log = new File("target/bench/warta.log");
		try (Warta warta = Warta.start(this.launch, data, log); Connection database = Database.of(data).connect()) {
			say("Generating %,d articles, if they are not there".formatted(this.articles));
			ManyArticles.fill(database, this.articles);
		}
		try (Warta warta = Warta.start(this.launch, data, log); Connection database = Database.of(data).connect()) {
			System.out.printf("%s: %s. %s%n%n", LocalDate.now(), Machine.description(), Machine.pinned());
			System.out.printf("Warta runs with `%s`.%n%n", String.join(" ", this.launch.jvm()));
			Jvm jvm = new Jvm(warta.handle());
			sitemap(warta, jvm);
			feeds(warta, database);
		}
	}

	private void sitemap(Warta warta, Jvm jvm) throws Exception {
		say("Warming up");
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(this.warmup);
		while (System.nanoTime() < end) {
			new Crawl(warta.port()).part("/sitemap-articles-1.xml");
		}
		jvm.collect();
		long heap = jvm.heap();
		long resident = jvm.resident();
		System.out.println("| the whole sitemap | |\n|---|--:|");
		rows(warta, jvm);
		say("Looking at the heap");
		long peak = peak(warta, jvm);
		row("live heap before, MiB", mebibytes(heap));
		row("most that it grew by meanwhile, MiB", mebibytes(Math.max(0, peak - heap)));
		idle(warta, jvm);
		row("resident memory before and after all, MiB", mebibytes(resident) + " and " + mebibytes(jvm.resident()));
		System.out.println();
	}

	private void rows(Warta warta, Jvm jvm) throws Exception {
		List<Long> indexes = new ArrayList<>();
		List<Long> wholes = new ArrayList<>();
		Crawl crawl = null;
		List<String> parts = List.of();
		long cpu = jvm.cpu();
		for (int round = 0; round < this.rounds; round++) {
			say("Reading it, round " + (round + 1));
			crawl = new Crawl(warta.port());
			long start = System.nanoTime();
			parts = crawl.index();
			indexes.add(System.nanoTime() - start);
			for (String part : parts) {
				crawl.part(part);
			}
			wholes.add(System.nanoTime() - start);
		}
		row("parts", String.valueOf(parts.size()));
		row("addresses", "%,d".formatted(crawl.addresses()));
		row("size, MiB", mebibytes(crawl.bytes() >> 10));
		row("the index, ms", "%.1f".formatted(median(indexes) / 1e6));
		row("all, one part after the other, s", "%.1f".formatted(median(wholes) / 1e9));
		row("Warta's CPU for it, s", "%.1f".formatted((jvm.cpu() - cpu) / 1e9 / this.rounds));
	}

	/** After forced collections, while everything is read once more. */
	private long peak(Warta warta, Jvm jvm) throws Exception {
		AtomicBoolean over = new AtomicBoolean();
		AtomicLong peak = new AtomicLong();
		Thread sampler = new Thread(() -> {
			while (!over.get()) {
				peak.accumulateAndGet(live(jvm), Math::max);
			}
		});
		sampler.start();
		Crawl crawl = new Crawl(warta.port());
		for (String part : crawl.index()) {
			crawl.part(part);
		}
		over.set(true);
		sampler.join();
		return peak.get();
	}

	private static long live(Jvm jvm) {
		try {
			jvm.collect();
			return jvm.heap();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Clients that ask for a part each, and read nothing of it. */
	private void idle(Warta warta, Jvm jvm) throws Exception {
		say("Waiting for clients that read nothing");
		jvm.collect();
		long heap = jvm.heap();
		long resident = jvm.resident();
		List<Socket> sockets = new ArrayList<>();
		for (int i = 1; i <= this.idlers; i++) {
			Socket socket = new Socket(InetAddress.getLoopbackAddress(), warta.port());
			OutputStream out = socket.getOutputStream();
			out.write("GET /sitemap-articles-%d.xml HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(i)
				.getBytes(StandardCharsets.US_ASCII));
			sockets.add(socket);
		}
		TimeUnit.SECONDS.sleep(10);
		jvm.collect();
		row(this.idlers + " clients that read nothing: heap, MiB", mebibytes(Math.max(0, jvm.heap() - heap)));
		row("their resident memory, MiB", mebibytes(Math.max(0, jvm.resident() - resident)));
		for (Socket socket : sockets) {
			socket.close();
		}
	}

	private void feeds(Warta warta, Connection database) throws Exception {
		System.out.println("| feed of 30 articles | size, kB | 200 p50, ms | 304 p50, ms | changed p50, ms |");
		System.out.println("|---|--:|--:|--:|--:|");
		for (String path : List.of("/feed.xml", "/atom.xml", "/feed.json", "/category/rubrik-1/feed.xml")) {
			feed(warta, database, path);
		}
	}

	private void feed(Warta warta, Connection database, String path) throws Exception {
		say("Reading " + path);
		try (Client client = new Client(warta.port())) {
			byte[] plain = request(path, "");
			byte[] tagged = request(path, "If-None-Match: " + tag(warta, path) + "\r\n");
			p50(client, plain, 200, this.requests);
			double ok = p50(client, plain, 200, this.requests);
			int size = client.body().length();
			double same = p50(client, tagged, NOT_MODIFIED, this.requests);
			List<Long> times = new ArrayList<>();
			for (int i = 0; i < this.requests / 10; i++) {
				change(database);
				times.add(time(client, plain, 200));
			}
			System.out.printf(Locale.ROOT, "| `%s` | %d | %.2f | %.2f | %.2f |%n", path, size / 1000, ok, same,
					median(times) / 1e6);
		}
	}

	/** The newest of all that are in the category. */
	private static void change(Connection database) throws Exception {
		try (Statement statement = database.createStatement()) {
			statement.execute("""
					update article set revision = revision + 1 where id in (
					    (select article_id from article_listing where list = 'site' order by published_at desc limit 1)
					    union (select article_id from article_listing where list = 'subtree' and list_id = 1
					        order by published_at desc limit 1))""");
		}
	}

	private static String tag(Warta warta, String path) throws IOException, InterruptedException {
		java.net.http.HttpResponse<Void> answer = java.net.http.HttpClient.newHttpClient()
			.send(java.net.http.HttpRequest
				.newBuilder(java.net.URI.create("http://localhost:" + warta.port() + path))
				.build(), java.net.http.HttpResponse.BodyHandlers.discarding());
		return answer.headers().firstValue("etag").orElseThrow();
	}

	private static byte[] request(String path, String headers) {
		return "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(path, headers)
			.getBytes(StandardCharsets.US_ASCII);
	}

	private static double p50(Client client, byte[] request, int status, int requests) throws IOException {
		List<Long> times = new ArrayList<>();
		for (int i = 0; i < requests; i++) {
			times.add(time(client, request, status));
		}
		return median(times) / 1e6;
	}

	private static long time(Client client, byte[] request, int status) throws IOException {
		long start = System.nanoTime();
		int answered = client.send(request);
		if (answered != status) {
			throw new IllegalStateException("Answered with " + answered + " instead of " + status);
		}
		return System.nanoTime() - start;
	}

	private static long median(List<Long> values) {
		return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
	}

	private static String mebibytes(long kibibytes) {
		return String.format(Locale.ROOT, "%.1f", kibibytes / 1024.0);
	}

	private static void row(String what, String value) {
		System.out.printf("| %s | %s |%n", what, value);
	}

	private static void say(String what) {
		System.err.println(what);
	}

}
