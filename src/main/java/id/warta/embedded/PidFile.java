package id.warta.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A file whose first line is the number of a process. It may be as old as the last crash,
 * and the number may be another process's by now.
 *
 * @param path where it is
 */
record PidFile(Path path) {

	/**
	 * The living process of the file, if it is the one that is meant.
	 * @param meant tells it from others that have the same number
	 */
	Optional<ProcessHandle> process(Predicate<ProcessHandle.Info> meant) {
		return pid().flatMap(ProcessHandle::of)
			.filter(ProcessHandle::isAlive)
			.filter((process) -> meant.test(process.info()));
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
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * PostgreSQL puts a minus in front while it runs without a server.
	 */
	private Optional<Long> pid() {
		return lines().stream().findFirst().flatMap(PidFile::number).map(Math::abs).filter((pid) -> pid > 0);
	}

	private static Optional<Long> number(String line) {
		try {
			return Optional.of(Long.parseLong(line.strip()));
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

}
