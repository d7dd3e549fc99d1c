import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/**
 * What a workload did in a while. Times are in microseconds, CPU's are for each request.
 *
 * @param perSecond requests a second
 * @param p50 the median latency
 * @param p99 the latency that one in a hundred exceeds
 * @param warta Warta's CPU
 * @param postgres PostgreSQL's CPU
 * @param redis Redis's CPU
 * @param load the load's own CPU
 */
record Measurement(double perSecond, double p50, double p99, double warta, double postgres, double redis,
		double load) {

	private static final double MICRO = 1000;

	/**
	 * Lets some ask at once, each again as soon as it is answered.
	 */
	static Measurement of(Workload workload, int concurrency, double seconds, ProcessHandle server) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(concurrency);
		List<Workload.Worker> workers = new ArrayList<>();
		try {
			for (int i = 0; i < concurrency; i++) {
				workers.add(workload.worker(i));
			}
			long start = System.nanoTime();
			long own = Machine.own().toNanos();
			Cpu cpu = Cpu.of(server);
			long end = start + (long) (seconds * 1e9);
			List<Callable<long[]>> tasks = workers.stream()
				.map((worker) -> (Callable<long[]>) () -> latencies(worker, end))
				.toList();
			List<long[]> latencies = new ArrayList<>();
			for (Future<long[]> task : threads.invokeAll(tasks)) {
				latencies.add(result(task));
			}
			long[] used = Cpu.of(server).since(cpu);
			return of(latencies, System.nanoTime() - start, used, Machine.own().toNanos() - own);
		}
		finally {
			threads.shutdownNow();
			for (Workload.Worker worker : workers) {
				worker.close();
			}
		}
	}

	private static long[] result(Future<long[]> task) throws Exception {
		try {
			return task.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof IllegalStateException failure) ? failure : ex;
		}
	}

	private static long[] latencies(Workload.Worker worker, long end) throws Exception {
		long[] latencies = new long[1024];
		int count = 0;
		for (long now = System.nanoTime(); now < end;) {
			worker.ask();
			long then = System.nanoTime();
			if (count == latencies.length) {
				latencies = Arrays.copyOf(latencies, 2 * count);
			}
			latencies[count++] = then - now;
			now = then;
		}
		return Arrays.copyOf(latencies, count);
	}

	private static Measurement of(List<long[]> latencies, long nanos, long[] cpu, long own) {
		long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
		double each = all.length * MICRO;
		return new Measurement(all.length * 1e9 / nanos, all[all.length / 2] / MICRO,
				all[(int) (all.length * 0.99)] / MICRO, cpu[0] / each, cpu[1] / each, cpu[2] / each, own / each);
	}

	/**
	 * The median of each figure.
	 */
	static Measurement median(List<Measurement> rounds) {
		return new Measurement(median(rounds, Measurement::perSecond), median(rounds, Measurement::p50),
				median(rounds, Measurement::p99), median(rounds, Measurement::warta),
				median(rounds, Measurement::postgres), median(rounds, Measurement::redis),
				median(rounds, Measurement::load));
	}

	private static double median(List<Measurement> rounds, ToDoubleFunction<Measurement> figure) {
		double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

}
