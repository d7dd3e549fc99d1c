import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

	static Options of(String[] arguments) {
		List<String> own = new ArrayList<>(List.of(arguments));
		List<String> server = List.of();
		int end = own.indexOf("--");
		if (end >= 0) {
			server = List.copyOf(own.subList(end + 1, own.size()));
			own = own.subList(0, end);
		}
		Map<String, String> given = new HashMap<>();
		own.forEach((argument) -> put(given, argument));
		Options options = new Options(number(given, "articles", 10_000), number(given, "warmup", 60),
				number(given, "rounds", 5), number(given, "seconds", 5),
				Arrays.stream(taken(given, "concurrency", "1,8,32").split(",")).map(Integer::valueOf).toList(),
				taken(given, "pin", "yes").equals("yes"),
				given.containsKey("jfr") ? Path.of(given.remove("jfr")).toAbsolutePath() : null, server);
		if (!given.isEmpty()) {
			throw new IllegalArgumentException("Unknown option --" + given.keySet().iterator().next());
		}
		return options;
	}

	private static void put(Map<String, String> given, String argument) {
		int equals = argument.indexOf('=');
		if (!argument.startsWith("--") || equals < 0) {
			throw new IllegalArgumentException("Expected --name=value, not " + argument);
		}
		given.put(argument.substring(2, equals), argument.substring(equals + 1));
	}

	private static int number(Map<String, String> given, String name, int normally) {
		return Integer.parseInt(taken(given, name, String.valueOf(normally)));
	}

	private static String taken(Map<String, String> given, String name, String normally) {
		String value = given.remove(name);
		return (value != null) ? value : normally;
	}

}
