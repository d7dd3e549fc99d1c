package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PostmasterFileTests {

	private static final String REST = """
			/srv/data/postgres
			1730000000
			45678

			127.0.0.1
			   123456   789
			ready\s\s\s
			""";

	private final Path path;

	private final PostmasterFile file;

	PostmasterFileTests(@TempDir Path cluster) {
		this.path = cluster.resolve("postmaster.pid");
		this.file = new PostmasterFile(cluster, Path.of("postgres"));
	}

	@Test
	void isNotReadyWhenItsNumberIsAnotherProcesses() throws IOException {
		Files.writeString(this.path, ProcessHandle.current().pid() + "\n" + REST);
		assertThat(this.file.process()).isEmpty();
		assertThat(this.file.readyPort()).isEmpty();
	}

	@Test
	void isNotReadyWhenItIsMissing() {
		assertThat(this.file.readyPort()).isEmpty();
	}

	@Test
	void keepsTheSharedMemoryWhenTheNumberIsDisarmed() throws IOException {
		Files.writeString(this.path, ProcessHandle.current().pid() + "\n" + REST);
		this.file.disarm();
		assertThat(this.path).hasContent(Integer.MAX_VALUE + "\n" + REST);
	}

	@Test
	void isRemovedWhenACrashHasLeftItEmpty() throws IOException {
		Files.writeString(this.path, "");
		this.file.disarm();
		assertThat(this.path).doesNotExist();
	}

	@Test
	void mayBeMissingWhenItIsDisarmed() throws IOException {
		this.file.disarm();
		assertThat(this.path).doesNotExist();
	}

}
