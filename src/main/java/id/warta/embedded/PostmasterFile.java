package id.warta.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL's {@code postmaster.pid}: line 1 is the process, line 4 the port, line 6 the
 * shared memory, line 8 the state.
 */
final class PostmasterFile {

	private static final int PORT = 3;

	private static final int STATE = 7;

	/** Beyond every system's greatest process number. */
	private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

	private final Predicate<ProcessHandle.Info> server;

	private final PidFile file;

	/**
	 * The file in the folder of a cluster.
	 * @param program what runs on the cluster
	 */
	PostmasterFile(Path cluster, Path program) {
		this.server = CommandLine.of(program, "-D", cluster.toString());
		this.file = new PidFile(cluster.resolve("postmaster.pid"));
	}

	/**
	 * The server that runs on the cluster.
	 */
	Optional<ProcessHandle> process() {
		return this.file.process(this.server);
	}

	/**
	 * Where the server on the cluster accepts connections, empty while it doesn't.
	 */
	OptionalInt readyPort() {
		List<String> lines = this.file.lines();
		if (lines.size() <= STATE || !lines.get(STATE).startsWith("ready") || process().isEmpty()) {
			return OptionalInt.empty();
		}
		return OptionalInt.of(Integer.parseInt(lines.get(PORT).strip()));
	}

	/**
	 * Makes a file that a crash has left harmless. PostgreSQL would refuse to start if
	 * another process has the old number by now, or if the file is empty. The file's
	 * other lines stay, for by them PostgreSQL makes sure that no old backend uses the
	 * shared memory any more.
	 */
	void disarm() throws IOException {
		List<String> lines = this.file.lines();
		if (lines.size() <= 1) {
			Files.deleteIfExists(this.file.path());
		}
		else if (process().isEmpty()) {
			String content = Stream.concat(Stream.of(NOBODY), lines.stream().skip(1))
				.collect(Collectors.joining("\n", "", "\n"));
			Files.writeString(this.file.path(), content, StandardCharsets.ISO_8859_1);
		}
	}

}
