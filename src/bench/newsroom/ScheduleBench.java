import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Measures how late Warta publishes what is scheduled, on two nodes, and prints Markdown.
 */
final class ScheduleBench {

	private final int articles;

	private final int seconds;

	private final int warmup;

	private final Launch launch;

	private ScheduleBench(Arguments given) {
		this.articles = given.number("articles", 300);
		this.seconds = given.number("seconds", 60);
		this.warmup = given.number("warmup", 30);
		this.launch = new Launch(given.text("pin", "yes").equals("yes"),
				Arrays.asList(given.text("jvm", "-Xms512m -Xmx512m -XX:+UseSerialGC").split(" ")), given.rest())
			.with("--management.server.port=0");
		given.end();
	}

	public static void main(String[] arguments) throws Exception {
		new ScheduleBench(new Arguments(arguments)).run();
	}

	private void run() throws IOException, SQLException, InterruptedException {
		Path data = Path.of("target/bench/data-schedule").toAbsolutePath();
		Files.createDirectories(data.getParent());
		try (Warta first = Warta.start(this.launch, data, new File("target/bench/warta.log"));
				Warta second = Warta.start(this.launch, data, new File("target/bench/second.log"));
				Connection database = Database.of(data).connect()) {
			schedule(database, "warm", this.warmup, 0);
			schedule(database, "spread", this.seconds, this.warmup);
			schedule(database, "burst", 0, this.warmup + this.seconds + 5);
			Thread.sleep((this.warmup + this.seconds + 25) * 1000L);
			System.out.printf("%s, %s%n%n", LocalDate.now(), Machine.description());
			System.out.println("| due | articles | published | once | p50 | p99 | last |");
			System.out.println("|---|---|---|---|---|---|---|");
			report(database, "spread over " + this.seconds + " s", "spread");
			report(database, "all at once", "burst");
		}
	}

	/** At random moments of some seconds, which begin some seconds from now. */
	private void schedule(Connection database, String kind, int seconds, int from) throws SQLException {
		try (PreparedStatement insert = database.prepareStatement("""
				insert into article (slug, title, status, published_at)
				select ? || '-' || gen_random_uuid(), 'T', 'SCHEDULED',
				    clock_timestamp() + (3 + ? + ? * random()) * interval '1 second'
				from generate_series(1, ?)""")) {
			insert.setString(1, kind);
			insert.setInt(2, from);
			insert.setInt(3, seconds);
			insert.setInt(4, this.articles);
			insert.executeUpdate();
		}
	}

	private void report(Connection database, String due, String kind) throws SQLException {
		String row = Database.column(database, """
				select count(*) || ' | ' || count(e.position) || ' | '
				    || case when count(e.position) = count(distinct e.subject_id) then 'yes' else 'NO' end
				    || ' | ' || array_to_string(percentile_disc(array[0.5, 0.99, 1]) within group (
				        order by round(extract(epoch from e.occurred_at - a.published_at) * 1000)), ' ms | ') || ' ms'
				from article a left join event_log e on e.subject_id = a.id and e.kind = 'ARTICLE_PUBLISHED'
				where a.slug like '%s-%%' and a.created_at > now() - interval '1 hour'""".formatted(kind)).get(0);
		System.out.printf("| %s | %s |%n", due, row);
	}

}
