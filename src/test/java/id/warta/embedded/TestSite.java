package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A data folder of a test's own, for applications that bring their PostgreSQL along.
 */
public final class TestSite implements AutoCloseable {

	private final TestData data;

	public TestSite() throws IOException {
		this.data = TestData.create();
	}

	public Path folder() {
		return this.data.path();
	}

	@Override
	public void close() throws IOException {
		this.data.close();
	}

}
