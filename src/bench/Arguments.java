import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command line of {@code --name=value}, and what follows {@code --}.
 */
final class Arguments {

	private final Map<String, String> given = new HashMap<>();

	private final List<String> rest;

	Arguments(String[] line) {
		List<String> own = new ArrayList<>(List.of(line));
		int end = own.indexOf("--");
		this.rest = (end >= 0) ? List.copyOf(own.subList(end + 1, own.size())) : List.of();
		own.subList(0, (end >= 0) ? end : own.size()).forEach(this::put);
	}

	private void put(String argument) {
		int equals = argument.indexOf('=');
		if (!argument.startsWith("--") || equals < 0) {
			throw new IllegalArgumentException("Expected --name=value, not " + argument);
		}
		this.given.put(argument.substring(2, equals), argument.substring(equals + 1));
	}

	int number(String name, int normally) {
		return Integer.parseInt(text(name, String.valueOf(normally)));
	}

	/**
	 * An option's value, which is thereby taken.
	 */
	String text(String name, String normally) {
		String value = this.given.remove(name);
		return (value != null) ? value : normally;
	}

	List<String> rest() {
		return this.rest;
	}

	/**
	 * Refuses what nobody took.
	 */
	void end() {
		if (!this.given.isEmpty()) {
			throw new IllegalArgumentException("Unknown option --" + this.given.keySet().iterator().next());
		}
	}

}
