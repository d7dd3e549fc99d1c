import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One round of telling many: what a server takes for it, in time and in memory.
 *
 * @param cpu the server's CPU for each delivery, in microseconds, without what it takes while all is quiet
 * @param load the load's CPU for each delivery, in microseconds
 * @param p50 how long half of the deliveries took at most, in milliseconds
 * @param p99 how long all but one in a hundred took
 * @param max how long the last took
 * @param resident memory for each idle subscriber, in KiB, as the system sees it
 * @param heap its share of the heap, in KiB
 * @param join the server's CPU for each subscriber's handshake and subscription, in microseconds
 * @param idle the server's CPU while nothing happens but heartbeats, in hundredths of a core
 * @param others the CPU that other processes took meanwhile, in cores
 */
record FanOut(double cpu, double load, double p50, double p99, double max, double resident, double heap, double join,
		double idle, double others) {

	private static final double MICRO = 1e3;

	private static final double MILLI = 1e6;

	/**
	 * Those who come and go first, so that the server's code is warm and its young generation in use. Few at a time, so
	 * that what they take doesn't hide what the measured ones take.
	 */
	private static final int EARLY = 200;

	private static final int EARLY_CROWDS = 30;

	private static final int EARLY_FLASHES = 3;

	/** After so many collections a young generation has no unused pages. */
	private static final long USED = 3;

	/** Shorter than the time between heartbeats: a burst has none either. */
	private static final long QUIET = 5;

	/** As long as the time between heartbeats. */
	private static final long IDLE = 15;

	private static final long PAUSE = 100;

	/**
	 * Measures a server that was just started.
	 */
	static FanOut of(LiveOptions options, Jvm server, int port, Source source, Texts texts) throws Exception {
		for (int i = 0; i < EARLY_CROWDS || server.youngCollections() < USED && i < 5 * EARLY_CROWDS; i++) {
			try (Crowd early = new Crowd(port, Math.min(EARLY, options.subscribers()), EARLY_FLASHES, false)) {
				early.join();
				fire(early, source, 1, EARLY_FLASHES, new long[EARLY_FLASHES + 1]);
			}
		}
		settle(server);
		long resident = server.resident();
		long heap = server.heap();
		long cpu = server.cpu();
		int all = options.warmup() + options.flashes();
		try (Crowd crowd = new Crowd(port, options.subscribers(), all, false)) {
			crowd.join();
			double join = (server.cpu() - cpu) / MICRO / options.subscribers();
			settle(server);
			double more = server.resident() - resident;
			double moreHeap = server.heap() - heap;
			fire(crowd, source, 1, options.warmup(), new long[all + 1]);
			FanOut told = told(options, server, crowd, source, idle(server, QUIET));
			texts.keep(crowd.texts());
			return new FanOut(told.cpu, told.load, told.p50, told.p99, told.max, more / options.subscribers(),
					moreHeap / options.subscribers(), join, 100 * idle(server, IDLE), told.others);
		}
	}

	/** Where Warta's messages are kept for the yardsticks. */
	interface Texts {

		void keep(java.util.Map<Integer, String> texts);

	}

	private static FanOut told(LiveOptions options, Jvm server, Crowd crowd, Source source, double idle)
			throws Exception {
		long[] begun = new long[options.warmup() + options.flashes() + 1];
		crowd.forget();
		Duration busy = Machine.busy();
		long own = Machine.own().toNanos();
		long cpu = server.cpu();
		long start = System.nanoTime();
		fire(crowd, source, options.warmup() + 1, options.flashes(), begun);
		long time = System.nanoTime() - start;
		cpu = server.cpu() - cpu;
		own = Machine.own().toNanos() - own;
		double others = Machine.busy().minus(busy).toNanos() - cpu - own;
		long[] latencies = crowd.latencies(begun);
		double deliveries = (double) options.flashes() * options.subscribers();
		return new FanOut((cpu - idle * time) / MICRO / deliveries, own / MICRO / deliveries,
				percentile(latencies, 50) / MILLI, percentile(latencies, 99) / MILLI,
				latencies[latencies.length - 1] / MILLI, 0, 0, 0, 0, Math.max(0, others) / time);
	}

	static double percentile(long[] sorted, int percent) {
		return sorted[(int) ((sorted.length - 1L) * percent / 100)];
	}

	/** One after the other: the next one begins when all have the last. */
	private static void fire(Crowd crowd, Source source, int first, int some, long[] begun) throws Exception {
		for (int number = first; number < first + some; number++) {
			begun[number] = source.fire(number).begun();
			crowd.await(number);
			TimeUnit.MILLISECONDS.sleep(PAUSE);
		}
	}

	private static void settle(Jvm server) throws IOException, InterruptedException {
		TimeUnit.SECONDS.sleep(2);
		server.collect();
		server.collect();
		TimeUnit.SECONDS.sleep(3);
	}

	/** The share of a core that it takes. */
	private static double idle(Jvm server, long seconds) throws InterruptedException {
		TimeUnit.SECONDS.sleep(1);
		long cpu = server.cpu();
		long start = System.nanoTime();
		TimeUnit.SECONDS.sleep(seconds);
		return (server.cpu() - cpu) / (double) (System.nanoTime() - start);
	}

}
