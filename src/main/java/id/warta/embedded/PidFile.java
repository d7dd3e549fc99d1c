package id.warta.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file whose first line is the number of a process. It may be as old as the last crash,
 * and the number may be another process's by now.
 *
 * @param path where it is
 */
record PidFile(Path path) {

	/**
	 * The living process of the file, if it is the one that is meant.
	 * @param mark what its command line holds, and no other process's
	 */
	Optional<ProcessHandle> process(String mark) {
		return pid().flatMap(ProcessHandle::of)
			.filter(ProcessHandle::isAlive)
			.filter((process) -> process.info().commandLine().orElse("").contains(mark));
	}

	/**
	 * The lines of the file, none if there is no such file.
	 */
	List<String> lines() {
		try {
			return Files.readString(this.path, StandardCharsets.ISO_8859_1).lines().toList();
		}
		catch (NoSuchFileException ex) {
			return List.of();
		}
		catch (IOException ex) {
			throw new EmbeddedServerException("%s can't be read: %s".formatted(this.path, ex.getMessage()), ex);
		}
	}

	private Optional<Long> pid() {
		return lines().stream().findFirst().flatMap(PidFile::number);
	}

	private static Optional<Long> number(String line) {
		try {
			return Optional.of(Long.parseLong(line.strip())).filter((pid) -> pid > 0);
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

}
