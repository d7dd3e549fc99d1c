package id.warta.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import id.warta.TestNodes;
import id.warta.WartaApplication;
import id.warta.breaking.BreakingNews;
import id.warta.embedded.TestServers;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A node in a process of its own, which publishes as fast as it can until it is killed.
 */
final class PublishingNode implements AutoCloseable {

	private static final String STARTED = "publishing";

	private final Process process;

	private PublishingNode(Process process) {
		this.process = process;
	}

	/**
	 * Starts one on the servers that all tests share, and waits until it publishes.
	 */
	static PublishingNode start(String slug) throws IOException {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), PublishingNode.class.getName(),
				slug, "--warta.data=" + TestServers.data(), "--warta.secrets.key=" + TestNodes.SECRETS_KEY,
				"--warta.demo=false", "--server.port=0", "--management.server.port=0"));
		Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
		BufferedReader output = started.inputReader(StandardCharsets.UTF_8);
		StringBuilder log = new StringBuilder();
		for (String line = output.readLine(); !STARTED.equals(line); line = output.readLine()) {
			if (line == null) {
				throw new IOException("The node has ended:\n" + log);
			}
			log.append(line).append('\n');
		}
		return new PublishingNode(started);
	}

	/**
	 * Kills it as {@code kill -9} does.
	 */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	public static void main(String[] arguments) {
		String[] properties = List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
		ConfigurableApplicationContext node = SpringApplication.run(WartaApplication.class, properties);
		BreakingNews breakingNews = node.getBean(BreakingNews.class);
		System.out.println(STARTED);
		for (long i = 1;; i++) {
			breakingNews.start(arguments[0], Instant.parse("2100-01-01T00:00:00Z").plus(i, ChronoUnit.SECONDS)).block();
		}
	}

}
