import java.util.Arrays;
import java.util.List;

/**
 * What the command line says.
 *
 * @param parts what to measure: fanout, reconnect, pace
 * @param subscribers how many, for the first two
 * @param rounds how often each server is started and measured
 * @param warmup how many flashes go before the measured ones
 * @param flashes how many flashes are measured in a round
 * @param yardsticks the servers to compare with: bare, webflux
 * @param restarts how often the node is ended and started again
 * @param missed how many flashes are raised while it is away
 * @param kill whether the node is killed instead of told to stop
 * @param rate how many flashes a second pace raises
 * @param seconds for how long
 * @param articles how many articles the site has
 * @param launch how servers are started
 */
record LiveOptions(List<String> parts, int subscribers, int rounds, int warmup, int flashes, List<String> yardsticks,
		int restarts, int missed, boolean kill, int rate, int seconds, int articles, Launch launch) {

	/**
	 * What makes the memory of two servers comparable: a young generation of one size, which both have used before
	 * anything is measured, and an old one that a full collection shrinks to what lives. With one core, this collector
	 * is what Java chooses by itself.
	 */
	private static final String JVM = "-XX:+UseSerialGC -Xms80m -Xmx1g -Xmn64m -XX:MinHeapFreeRatio=1 -XX:MaxHeapFreeRatio=2 "
			+ "-XX:-ShrinkHeapInSteps";

	static LiveOptions of(String[] line) {
		Arguments given = new Arguments(line);
		LiveOptions options = new LiveOptions(list(given.text("parts", "fanout,reconnect,pace")),
				given.number("subscribers", 10_000), given.number("rounds", 5), given.number("warmup", 20),
				given.number("flashes", 20), list(given.text("yardsticks", "bare,webflux")),
				given.number("restarts", 3), given.number("missed", 20), given.text("kill", "no").equals("yes"),
				given.number("rate", 100), given.number("seconds", 20), given.number("articles", 1000),
				new Launch(given.text("pin", "yes").equals("yes"), List.of(given.text("jvm", JVM).split(" ")),
						given.rest()));
		given.end();
		return options;
	}

	private static List<String> list(String text) {
		return Arrays.stream(text.split(",")).filter((word) -> !word.isEmpty()).toList();
	}

	/**
	 * How Warta is started: it must not take the load for one greedy client.
	 */
	Launch warta(String... more) {
		return this.launch.with(more)
			.with("--warta.limits.connections-per-client=20000", "--management.server.port=0");
	}

	/**
	 * How a yardstick is started: like Warta, but without arguments.
	 */
	Launch yardstick() {
		return new Launch(this.launch.pin(), this.launch.jvm(), List.of());
	}

}
