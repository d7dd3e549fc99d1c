package id.warta.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * A Redis of a test's own, which may die and come back. It loses nothing that it has
 * answered.
 */
public final class TestRedis implements AutoCloseable {

	private static final int HIGHEST_PORT = 55_535;

	private final Path folder;

	private final int port;

	private final List<String> command;

	private Process process;

	/**
	 * Starts one.
	 * @param settings further ones, as its command line has them
	 */
	public TestRedis(String... settings) throws IOException {
		Path data = TestServers.data();
		this.folder = Files.createTempDirectory(data, "redis-");
		this.port = freePort();
		this.command = new ArrayList<>(List.of(new Binaries(DataFolder.at(data), Platform.current()).redis().toString(),
				"--port", Integer.toString(this.port), "--bind", "127.0.0.1", "--dir", this.folder.toString(), "--save",
				"", "--appendonly", "yes", "--appendfsync", "always"));
		Stream.of(settings).forEach(this.command::add);
		this.process = start();
	}

	/** A cluster's servers talk to each other 10,000 ports above. */
	private static int freePort() throws IOException {
		int port = FreePort.find();
		while (port > HIGHEST_PORT) {
			port = FreePort.find();
		}
		return port;
	}

	/**
	 * Where it listens on the loopback address.
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Dies as by {@code kill -9}.
	 */
	public void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	/**
	 * Comes back, if it is dead, with all that it had answered.
	 */
	public void restart() throws IOException {
		if (!this.process.isAlive()) {
			this.process = start();
		}
	}

	private Process start() throws IOException {
		Process started = new ProcessBuilder(this.command).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("log").toFile())
			.start();
		if (!Waiting.until(TestData.LIMIT, this::answers)) {
			throw new IOException("Redis does not answer");
		}
		return started;
	}

	private boolean answers() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
			return socket.getInputStream().read() == '+';
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public void close() {
		kill();
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
