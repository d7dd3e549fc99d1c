import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * What Redis takes for views: its keys are written as {@code viewcount.Shard} lays them out.
 */
final class Memory {

	private static final int SHARDS = 16;

	private static final int PIPELINE = 1000;

	private static final double MIB = 1 << 20;

	private final Redis redis;

	private final int count;

	Memory(Redis redis, int count) {
		this.redis = redis;
		this.count = count;
	}

	/**
	 * Writes all there may be at once, and prints what each part took.
	 */
	String markdown() throws IOException {
		StringBuilder lines = new StringBuilder("""

				| In Redis | number | MiB | bytes each |
				|---|---:|---:|---:|
				""");
		lines.append(line("articles with pending views of one source and a number of visitors", this::pending));
		lines.append(line("open windows", this::window));
		lines.append(line("networks of an hour's visitors, one in each", this::network));
		lines.append(line("articles with a month's visitors, one of each", this::visitors));
		return lines.toString();
	}

	private String line(String what, IntFunction<String[]> command) throws IOException {
		long before = this.redis.memory();
		for (int i = 0; i < this.count; i += PIPELINE) {
			int end = Math.min(this.count, i + PIPELINE);
			for (int j = i; j < end; j++) {
				this.redis.send(command.apply(j));
			}
			for (int j = i; j < end; j++) {
				this.redis.answer();
			}
		}
		long taken = this.redis.memory() - before;
		return String.format(Locale.ROOT, "| %s | %,d | %,.0f | %,.0f |%n", what, this.count, taken / MIB,
				(double) taken / this.count);
	}

	private static String key(int i, String name) {
		return "bench:{v" + i % SHARDS + "}:" + name;
	}

	private static String digest(int i) {
		return "%012d".formatted(i);
	}

	private String[] pending(int i) {
		return new String[] { "HSET", key(i, "pending"), String.valueOf(i), "1", i + ":SEARCH", "1", i + ":2026-08", "1" };
	}

	private String[] window(int i) {
		return new String[] { "SET", key(i, "seen:" + i + ":" + digest(i)), "1785715200000:1785715200000", "PX", "1800000" };
	}

	private String[] network(int i) {
		return new String[] { "EVAL",
				"redis.call('hset', KEYS[1], ARGV[1], '') redis.call('pexpire', KEYS[1], 3600000)", "1",
				key(i, "network:" + digest(i) + ":496032"), digest(i) };
	}

	private String[] visitors(int i) {
		return new String[] { "EVAL", """
				redis.call('pfadd', KEYS[1], ARGV[1]) redis.call('pfcount', KEYS[1])
				redis.call('pexpire', KEYS[1], 2764800000)""", "1", key(i, "visitors:" + i + ":2026-08"), digest(i) };
	}

	/**
	 * Removes all of it.
	 */
	void clear() throws IOException {
		List<String> command = new ArrayList<>(List.of("EVAL", """
				local cursor = '0'
				repeat
				    local found = redis.call('scan', cursor, 'match', 'bench:*', 'count', 10000)
				    cursor = found[1]
				    for _, key in ipairs(found[2]) do redis.call('unlink', key) end
				until cursor == '0'""", "0"));
		this.redis.call(command.toArray(String[]::new));
	}

}
