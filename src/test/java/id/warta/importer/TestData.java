package id.warta.importer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Third-party files for tests, which may be absent: below the folder that the system
 * property or the environment's {@code WARTA_TEST_DATA} names, by default beside the
 * project.
 */
public final class TestData {

	private TestData() {
	}

	/**
	 * A file; without it, the test is skipped.
	 */
	public static Path file(String name) {
		String folder = Optional.ofNullable(System.getProperty("WARTA_TEST_DATA"))
			.or(() -> Optional.ofNullable(System.getenv("WARTA_TEST_DATA")))
			.orElse("../shared/data");
		Path file = Path.of(folder, name);
		assumeTrue(Files.exists(file), () -> "there is no test data at " + file);
		assertThat(file).isReadable();
		return file;
	}

}
