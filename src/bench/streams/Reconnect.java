import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One restart of a node that all its subscribers come back to.
 *
 * @param stop how long the node took to end, in seconds
 * @param start how long it took from its start to its first answer
 * @param caughtUp from its first answer until all subscribers were subscribed again and had missed nothing, in seconds
 * @param statements how many statements Warta sent to PostgreSQL in that time
 * @param perSecond the same for each second
 * @param idlePerSecond how many it sends each second when nothing happens
 */
record Reconnect(double stop, double start, double caughtUp, int statements, double perSecond, double idlePerSecond) {

	/** What the driver logs for each statement. */
	private static final String STATEMENT = "Executing query: ";

	private static final String LOG_STATEMENTS = "--logging.level.io.r2dbc.postgresql.QUERY=DEBUG";

	private static final int BEFORE = 3;

	private static final int AFTER = 2;

	private static final long IDLE = 10;

	private static final double NANO = 1e9;

	/**
	 * Starts a node, fills it with subscribers, ends it, raises flashes, and starts it again.
	 */
	static Reconnect of(LiveOptions options, Path data, File log, Flashes flashes) throws Exception {
		int missed = BEFORE + options.missed();
		Warta warta = Warta.start(options.warta(LOG_STATEMENTS), data, log);
		int port = warta.port();
		try (Crowd crowd = new Crowd(port, options.subscribers(), missed + AFTER, true)) {
			crowd.join();
			fire(flashes, 1, BEFORE);
			crowd.await(BEFORE);
			long end = System.nanoTime();
			if (options.kill()) {
				warta.kill();
			}
			warta.close();
			double stop = (System.nanoTime() - end) / NANO;
			fire(flashes, BEFORE + 1, missed);
			long begin = System.nanoTime();
			warta = Warta.start(options.warta(LOG_STATEMENTS), data, log, port);
			long back = System.nanoTime();
			int before = statements(log);
			crowd.await(missed);
			crowd.awaitLive();
			long done = System.nanoTime();
			int statements = statements(log) - before;
			fire(flashes, missed + 1, missed + AFTER);
			crowd.await(missed + AFTER);
			return new Reconnect(stop, (back - begin) / NANO, (done - back) / NANO, statements,
					statements / ((done - back) / NANO), idle(log));
		}
		finally {
			warta.close();
		}
	}

	private static void fire(Flashes flashes, int first, int last) throws Exception {
		for (int number = first; number <= last; number++) {
			flashes.fire(number);
		}
	}

	private static double idle(File log) throws Exception {
		TimeUnit.SECONDS.sleep(1);
		int before = statements(log);
		TimeUnit.SECONDS.sleep(IDLE);
		return (statements(log) - before) / (double) IDLE;
	}

	private static int statements(File log) throws Exception {
		try (Stream<String> lines = Files.lines(log.toPath())) {
			return (int) lines.filter((line) -> line.contains(STATEMENT)).count();
		}
	}

	/**
	 * The median of each figure.
	 */
	static Reconnect median(List<Reconnect> rounds) {
		return new Reconnect(Median.of(rounds, Reconnect::stop), Median.of(rounds, Reconnect::start), Median.of(rounds, Reconnect::caughtUp),
				(int) Median.of(rounds, Reconnect::statements), Median.of(rounds, Reconnect::perSecond),
				Median.of(rounds, Reconnect::idlePerSecond));
	}

}
