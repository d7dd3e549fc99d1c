import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
	 * Starts it, and waits until it answers.
	 * @param data its data folder
	 * @param log where its output goes
	 */
	static Warta start(Options options, Path data, File log) throws IOException, InterruptedException {
		int port = freePort();
		Process process = new ProcessBuilder(command(options, data, port)).redirectErrorStream(true)
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

	private static List<String> command(Options options, Path data, int port) {
		List<String> command = new ArrayList<>();
		int cores = Runtime.getRuntime().availableProcessors();
		int all = Machine.cores();
		if (options.pin() && cores < all) {
			command.addAll(List.of("taskset", "-c", "0-" + (all - 2)));
		}
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-jar", "target/warta.jar", "--server.port=" + port, "--warta.data=" + data,
				"--warta.demo=false"));
		command.addAll(options.server());
		return command;
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

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
			this.process.destroyForcibly().waitFor();
		}
	}

}
