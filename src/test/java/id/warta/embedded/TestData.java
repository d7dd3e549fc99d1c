package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * A data folder of a test's own.
 *
 * @param folder new and empty but for the binaries, which are shared
 */
record TestData(DataFolder folder) implements AutoCloseable {

	static final Duration LIMIT = Duration.ofSeconds(60);

	static TestData create() throws IOException {
		Path parent = Files.createDirectories(Path.of("target", "embedded").toAbsolutePath());
		return in(Files.createTempDirectory(parent, "it's a test-"));
	}

	static TestData in(Path folder) throws IOException {
		DurableFiles.allowAll(folder);
		TestServers.shareBinaries(folder);
		return new TestData(DataFolder.at(folder));
	}

	Path path() {
		return this.folder.path();
	}

	Optional<ProcessHandle> postgres() {
		return new PostmasterFile(path().resolve("postgres"), Path.of("postgres")).process();
	}

	Optional<ProcessHandle> redis() {
		RedisFolder redis = new RedisFolder(this.folder);
		return new PidFile(redis.pidFile())
			.process(CommandLine.of(Path.of("redis-server"), redis.settings().toString()));
	}

	/**
	 * The shells that keep the servers.
	 */
	List<ProcessHandle> keepers() {
		return ProcessHandle.allProcesses()
			.filter((process) -> process.info().commandLine().orElse("").contains(path().resolve("run") + "/"))
			.toList();
	}

	/**
	 * Waits until no server runs on the folder any more.
	 */
	boolean areServersGone() throws IOException {
		return Waiting.until(LIMIT, () -> postgres().isEmpty() && redis().isEmpty() && keepers().isEmpty());
	}

	/**
	 * Makes all that processes leave behind as old as if they had died an hour ago. FIFOs
	 * stay as they are: to open one is to wait for its other end.
	 */
	void age() throws IOException {
		FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
		try (Stream<Path> paths = Files.walk(path())) {
			for (Path path : (Iterable<Path>) paths.filter(TestData::isFileOrFolder)::iterator) {
				Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
					.setTimes(old, old, old);
			}
		}
	}

	private static boolean isFileOrFolder(Path path) {
		return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
				|| Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
	}

	@Override
	public void close() throws IOException {
		if (areServersGone()) {
			FileSystemUtils.deleteRecursively(path());
		}
	}

}
