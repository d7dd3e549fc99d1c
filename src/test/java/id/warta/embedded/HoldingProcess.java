package id.warta.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.r2dbc.spi.ConnectionFactoryOptions;

/**
 * A process of its own that holds the embedded servers until its standard input ends.
 */
final class HoldingProcess implements AutoCloseable {

	private final Process process;

	private final BufferedReader output;

	private HoldingProcess(Process process) {
		this.process = process;
		this.output = process.inputReader(StandardCharsets.UTF_8);
	}

	/**
	 * Starts the process, which goes on alone.
	 * @param prefix words in front of its command
	 */
	static HoldingProcess start(Path data, String... prefix) throws IOException {
		List<String> command = new ArrayList<>(List.of(prefix));
		command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), HoldingProcess.class.getName(),
				data.toString()));
		return new HoldingProcess(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
	}

	/**
	 * Waits until both servers run.
	 */
	Ports ports() throws IOException {
		String[] ports = Objects.requireNonNull(this.output.readLine(), "The process has ended").split(" ");
		return new Ports(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
	}

	long pid() {
		return this.process.pid();
	}

	/**
	 * Kills it without any chance to tidy up.
	 */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	/**
	 * Lets it end in good order.
	 */
	int end() throws IOException, InterruptedException {
		this.process.getOutputStream().close();
		return this.process.waitFor();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	/**
	 * Where the servers listen.
	 */
	record Ports(int postgres, int redis) {
	}

	/**
	 * Holds the servers of the folder in the first argument.
	 */
	public static void main(String[] arguments) throws IOException {
		DataFolder data = DataFolder.at(Path.of(arguments[0]));
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(data); EmbeddedRedis redis = new EmbeddedRedis(data)) {
			System.out.println(postgres.getConnectionFactoryOptions().getValue(ConnectionFactoryOptions.PORT) + " "
					+ redis.getStandalone().getPort());
			new InputStreamReader(System.in, StandardCharsets.UTF_8).read();
		}
	}

}
