package id.warta.embedded;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the servers' programs write, as far as an operator needs it.
 */
final class LogLines {

	private static final Pattern REASON = Pattern
		.compile("FATAL|PANIC|ERROR|error|No space|can't|Can't|Could not|Fatal|Bad file|in use|not found");

	private LogLines() {
	}

	/**
	 * The last line that says what went wrong, or else the last line.
	 */
	static String reason(String output) {
		List<String> lines = output.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		String last = lines.isEmpty() ? "it wrote nothing" : lines.get(lines.size() - 1);
		return lines.stream()
			.filter((line) -> REASON.matcher(line).find())
			.reduce((former, latter) -> latter)
			.orElse(last);
	}

	/**
	 * Whether the port that a server was given is another's.
	 */
	static boolean isPortTaken(String output) {
		return output.contains("Address already in use");
	}

}
