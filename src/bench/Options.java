import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the command line says.
 *
 * @param articles how many articles the site has
 * @param warmup seconds of load before anything is measured
 * @param rounds how often everything is measured
 * @param seconds how long one measurement takes
 * @param concurrency how many clients ask at once, one measurement each
 * @param pin whether the servers keep off the load's core
 * @param recording where to leave a flight recording of the measurements, or null
 * @param server further arguments of Warta
 */
record Options(int articles, int warmup, int rounds, int seconds, List<Integer> concurrency, boolean pin,
		Path recording, List<String> server) {

	static Options of(String[] line) {
		Arguments given = new Arguments(line);
		String recording = given.text("jfr", "");
		Options options = new Options(given.number("articles", 10_000), given.number("warmup", 60),
				given.number("rounds", 5), given.number("seconds", 5),
				Arrays.stream(given.text("concurrency", "1,8,32").split(",")).map(Integer::valueOf).toList(),
				given.text("pin", "yes").equals("yes"), recording.isEmpty() ? null : Path.of(recording).toAbsolutePath(),
				given.rest());
		given.end();
		return options;
	}

	Launch launch() {
		return new Launch(this.pin, List.of(), this.server);
	}

}
