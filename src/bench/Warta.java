import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Warta as a process of its own, with the embedded servers that it starts.
 */
final class Warta implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final byte[] TYPENAME = Client.request("{\"query\":\"{__typename}\"}");

	private final Process process;

	private final int port;

	private Warta(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Starts it on a free port, and waits until it answers.
	 * @param data its data folder
	 * @param log where its output goes
	 */
	static Warta start(Launch launch, Path data, File log) throws IOException, InterruptedException {
		return start(launch, data, log, freePort());
	}

	/**
	 * Starts it, and waits until it answers.
	 * @param data its data folder
	 * @param log where its output goes
	 */
	static Warta start(Launch launch, Path data, File log, int port) throws IOException, InterruptedException {
		List<String> main = List.of("-jar", "target/warta.jar", "--server.port=" + port, "--warta.data=" + data,
				"--warta.demo=false");
		Process process = new ProcessBuilder(launch.command(main)).redirectErrorStream(true)
			.redirectOutput(log)
			.start();
		Warta warta = new Warta(process, port);
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
		for (long end = System.nanoTime() + PATIENCE.toNanos(); !warta.answers();) {
			if (!process.isAlive() || System.nanoTime() > end) {
				warta.close();
				throw new IllegalStateException("Warta doesn't answer; see " + log);
			}
			Thread.sleep(200);
		}
		return warta;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private boolean answers() {
		try (Client client = new Client(this.port)) {
			return client.send(TYPENAME) == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	int port() {
		return this.port;
	}

	ProcessHandle handle() {
		return this.process.toHandle();
	}

	/**
	 * Ends it as if its machine had failed.
	 */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
			this.process.destroyForcibly().waitFor();
		}
	}

}
