import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server to compare with, as a process of its own. It tells its port in its first line of output, and writes every
 * line of its input to all subscribers.
 */
final class Yardstick implements Source, AutoCloseable {

	private final Process process;

	private final int port;

	private final Map<Integer, String> texts;

	private Yardstick(Process process, int port, Map<Integer, String> texts) {
		this.process = process;
		this.port = port;
		this.texts = texts;
	}

	/**
	 * Starts one.
	 * @param main the class
	 * @param texts the messages to send, which are used over and over
	 */
	static Yardstick start(Launch launch, String main, Map<Integer, String> texts) throws IOException {
		Process process = new ProcessBuilder(
				launch.command(List.of("-cp", System.getProperty("java.class.path"), main)))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
		String port = new BufferedReader(new InputStreamReader(process.getInputStream())).readLine();
		if (port == null) {
			throw new IllegalStateException(main + " doesn't start");
		}
		return new Yardstick(process, Integer.parseInt(port), texts);
	}

	int port() {
		return this.port;
	}

	ProcessHandle handle() {
		return this.process.toHandle();
	}

	@Override
	public Moment fire(int number) throws IOException {
		String text = this.texts.get(1 + (number - 1) % this.texts.size());
		byte[] line = (text.replaceFirst("\"revision\":\\d+", "\"revision\":" + number) + "\n")
			.getBytes(StandardCharsets.UTF_8);
		long begun = System.nanoTime();
		OutputStream input = this.process.getOutputStream();
		input.write(line);
		input.flush();
		return new Moment(begun, System.nanoTime());
	}

	@Override
	public void close() throws IOException, InterruptedException {
		this.process.getOutputStream().close();
		if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
			this.process.destroyForcibly().waitFor();
		}
	}

}
