package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PidFileTests {

	private final Path path;

	PidFileTests(@TempDir Path folder) {
		this.path = folder.resolve("some.pid");
	}

	@Test
	void namesTheLivingProcessThatIsMeant() throws IOException {
		write(ProcessHandle.current().pid() + "\nmore\n");
		assertThat(new PidFile(this.path).process((process) -> true)).contains(ProcessHandle.current());
	}

	@Test
	void leavesOutTheMinusOfAProcessWithoutAServer() throws IOException {
		write("-" + ProcessHandle.current().pid() + "\n");
		assertThat(new PidFile(this.path).process((process) -> true)).contains(ProcessHandle.current());
	}

	@Test
	void doesNotBelieveAProcessThatOnlyHasTheSameNumber() throws IOException {
		write(ProcessHandle.current().pid() + "\n");
		assertThat(new PidFile(this.path).process((process) -> false)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "0\n", "two\n", "2147483647\n", "99999999999999999999\n" })
	void namesNobodyWhenItIsSpoiltOrOld(String content) throws IOException {
		write(content);
		assertThat(new PidFile(this.path).process((process) -> true)).isEmpty();
	}

	@Test
	void namesNobodyWhenItIsMissing() {
		assertThat(new PidFile(this.path).lines()).isEmpty();
		assertThat(new PidFile(this.path).process((process) -> true)).isEmpty();
	}

	private void write(String content) throws IOException {
		Files.writeString(this.path, content);
	}

}
