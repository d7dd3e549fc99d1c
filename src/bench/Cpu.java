import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * CPU time of Warta and of the embedded servers below it, each process's since its start.
 *
 * @param warta Warta's own, in nanoseconds
 * @param postgres PostgreSQL's processes'
 * @param redis Redis's
 */
record Cpu(long warta, Map<Long, Long> postgres, Map<Long, Long> redis) {

	static Cpu of(ProcessHandle warta) {
		Map<Long, Long> postgres = new HashMap<>();
		Map<Long, Long> redis = new HashMap<>();
		warta.descendants().forEach((process) -> {
			String command = process.info().command().orElse("");
			if (command.contains("postgres")) {
				postgres.put(process.pid(), nanos(process));
			}
			else if (command.contains("redis")) {
				redis.put(process.pid(), nanos(process));
			}
		});
		return new Cpu(nanos(warta), postgres, redis);
	}

	private static long nanos(ProcessHandle process) {
		return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
	}

	/**
	 * Nanoseconds of Warta, PostgreSQL and Redis since an earlier look. Processes that ended in between are left out.
	 */
	long[] since(Cpu earlier) {
		return new long[] { this.warta - earlier.warta, since(this.postgres, earlier.postgres),
				since(this.redis, earlier.redis) };
	}

	private static long since(Map<Long, Long> now, Map<Long, Long> earlier) {
		return now.entrySet()
			.stream()
			.mapToLong((process) -> process.getValue() - earlier.getOrDefault(process.getKey(), 0L))
			.sum();
	}

}
