package id.warta.embedded;

import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells the processes of this data folder from all others.
 */
final class CommandLine {

	private CommandLine() {
	}

	/**
	 * Recognises a process by its arguments, or by its program alone where the system
	 * keeps the arguments to itself, as Windows does.
	 * @param program may be of another version, in another folder
	 * @param arguments some that follow each other
	 */
	static Predicate<ProcessHandle.Info> of(Path program, String... arguments) {
		Pattern line = Pattern.compile("(.*/)?%s (.* )?%s( .*)?"
			.formatted(Pattern.quote(program.getFileName().toString()), Pattern.quote(String.join(" ", arguments))));
		return (info) -> info.commandLine()
			.map((actual) -> line.matcher(actual).matches())
			.orElseGet(() -> info.command().filter((actual) -> isProgram(actual, program)).isPresent());
	}

	private static boolean isProgram(String actual, Path program) {
		return Path.of(actual).equals(program)
				|| Path.of(actual).equals(program.resolveSibling(program.getFileName() + ".exe"));
	}

}
