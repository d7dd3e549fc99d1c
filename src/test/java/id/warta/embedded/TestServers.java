package id.warta.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/**
 * The servers of a test run. They are held until the tests' process ends, whatever
 * applications come and go.
 */
public final class TestServers {

	private static final Path PARENT = Path.of("target", "embedded").toAbsolutePath();

	private static final TestServers INSTANCE = new TestServers();

	private final Path data;

	private final EmbeddedPostgres postgres;

	private final EmbeddedRedis redis;

	private TestServers() {
		try {
			removeOldRuns();
			this.data = Files.createDirectories(PARENT.resolve("run-" + ProcessHandle.current().pid()));
			shareBinaries(this.data);
			this.postgres = new EmbeddedPostgres(DataFolder.at(this.data));
			this.redis = new EmbeddedRedis(DataFolder.at(this.data));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The data folder of the servers, which run.
	 */
	public static Path data() {
		return INSTANCE.data;
	}

	/**
	 * Lets a data folder use the binaries that another one has unpacked.
	 */
	static void shareBinaries(Path data) throws IOException {
		Path binaries = Files.createDirectories(PARENT.resolve("binaries"));
		if (!Files.exists(data.resolve("binaries"))) {
			Files.createSymbolicLink(data.resolve("binaries"), binaries);
		}
	}

	private static void removeOldRuns() throws IOException {
		Files.createDirectories(PARENT);
		try (DirectoryStream<Path> runs = Files.newDirectoryStream(PARENT, "run-*")) {
			for (Path run : runs) {
				long pid = Long.parseLong(run.getFileName().toString().substring("run-".length()));
				if (pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty()) {
					FileSystemUtils.deleteRecursively(run);
				}
			}
		}
	}

}
