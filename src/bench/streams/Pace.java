import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * How soon a few hear of many flashes, which come at a steady pace whether those before them have arrived or not.
 *
 * @param rate how many flashes a second were raised in truth
 * @param fromBegin how long deliveries took from just before the commit, in nanoseconds, in order
 * @param fromEnd how long they took from when the commit had returned: less than zero for some, as it returns to the
 * newsroom while the tail reads already
 * @param commit how long commits took, in order
 */
record Pace(double rate, long[] fromBegin, long[] fromEnd, long[] commit) {

	static final int SUBSCRIBERS = 100;

	/** On one slow core the compilers are at work for that long, and keep it from all else. */
	private static final int WARMUP_SECONDS = 60;

	static Pace of(LiveOptions options, Path data, File log, Flashes flashes) throws Exception {
		int early = WARMUP_SECONDS * options.rate();
		int all = early + options.seconds() * options.rate();
		try (Warta warta = Warta.start(options.warta(), data, log);
				Crowd crowd = new Crowd(warta.port(), SUBSCRIBERS, all, false)) {
			crowd.join();
			long[] begun = new long[all + 1];
			long[] ended = new long[all + 1];
			fire(options, flashes, 1, early, begun, ended);
			crowd.await(early);
			crowd.forget();
			long start = System.nanoTime();
			fire(options, flashes, early + 1, all, begun, ended);
			double seconds = (System.nanoTime() - start) / 1e9;
			crowd.await(all);
			long[] commits = java.util.stream.IntStream.rangeClosed(early + 1, all)
				.mapToLong((number) -> ended[number] - begun[number])
				.sorted()
				.toArray();
			return new Pace((all - early) / seconds, crowd.latencies(begun), crowd.latencies(ended), commits);
		}
	}

	private static void fire(LiveOptions options, Flashes flashes, int first, int last, long[] begun, long[] ended)
			throws Exception {
		long start = System.nanoTime();
		for (int number = first; number <= last; number++) {
			long due = start + (number - first) * TimeUnit.SECONDS.toNanos(1) / options.rate();
			TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
			Source.Moment moment = flashes.fire(number);
			begun[number] = moment.begun();
			ended[number] = moment.ended();
		}
	}

}
