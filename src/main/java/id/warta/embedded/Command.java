package id.warta.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command of the operating system that ends by itself.
 *
 * @param line the program and its arguments
 */
record Command(List<String> line) {

	private static final Duration LIMIT = Duration.ofMinutes(5);

	/**
	 * How a command ended.
	 *
	 * @param status its exit status
	 * @param output what it wrote, to standard output and standard error
	 */
	record Result(int status, String output) {

		boolean isSuccess() {
			return this.status == 0;
		}

	}

	static Command of(String... line) {
		return new Command(List.of(line));
	}

	/**
	 * Runs it without any input.
	 */
	Result run() throws IOException {
		return run("");
	}

	/**
	 * Runs it to its end.
	 * @param input what it reads from standard input
	 */
	Result run(String input) throws IOException {
		Path output = Files.createTempFile("warta", ".out");
		try {
			return run(input, output);
		}
		finally {
			Files.delete(output);
		}
	}

	private Result run(String input, Path output) throws IOException {
		Process process = builder().redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try (var stdin = process.getOutputStream()) {
			stdin.write(input.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			// It ended before it had read everything: its status says why
		}
		return new Result(status(process), Files.readString(output, StandardCharsets.ISO_8859_1));
	}

	/**
	 * Runs it to its end without listening to it, so that what it leaves behind may stay.
	 * @return its exit status
	 */
	int runSilently() throws IOException {
		return status(builder().redirectInput(ProcessBuilder.Redirect.PIPE)
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start());
	}

	/**
	 * A builder for the command with an environment that can't change what the servers
	 * do.
	 */
	ProcessBuilder builder() {
		ProcessBuilder builder = new ProcessBuilder(this.line);
		Map<String, String> environment = builder.environment();
		environment.keySet().removeIf((name) -> name.startsWith("PG") || name.startsWith("LC_"));
		environment.put("LC_ALL", "C");
		return builder;
	}

	private int status(Process process) {
		try {
			if (process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
				return process.exitValue();
			}
			throw new EmbeddedServerException("%s has not ended within %s".formatted(this.line.get(0), LIMIT));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EmbeddedServerException("Interrupted while %s ran".formatted(this.line.get(0)), ex);
		}
		finally {
			process.destroyForcibly();
		}
	}

}
