package id.warta.embedded;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the servers' programs write, as far as an operator needs it.
 */
final class LogLines {

	private static final List<Pattern> REASONS = List.of(Pattern.compile("\\b(FATAL|PANIC)\\b"),
			Pattern.compile("(?i)error|can't|could not|no space|bad file|not found|denied|fatal"));

	/** PostgreSQL's time, process and level, and Redis's process, role and time. */
	private static final Pattern PREFIX = Pattern
		.compile("^(\\d{4}-\\S+ \\S+ \\S+ \\[\\d+] )?(FATAL|PANIC|ERROR):\\s+|^\\d+:[A-Z] [^#*]*[#*] ");

	private LogLines() {
	}

	/**
	 * The last line that says what went wrong, or else the last line.
	 */
	static String reason(String output) {
		List<String> lines = output.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		return REASONS.stream()
			.flatMap((reason) -> last(lines.stream().filter((line) -> reason.matcher(line).find()).toList()).stream())
			.findFirst()
			.or(() -> last(lines))
			.map((line) -> PREFIX.matcher(line).replaceFirst(""))
			.orElse("it wrote nothing");
	}

	/**
	 * Whether the port that a server was given is another's.
	 */
	static boolean isPortTaken(String output) {
		return output.contains("Address already in use");
	}

	private static Optional<String> last(List<String> lines) {
		return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
	}

}
