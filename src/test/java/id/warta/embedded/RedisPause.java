package id.warta.embedded;

import java.io.IOException;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * A Redis that is stopped by a signal until this is closed: it is still there, answers
 * nothing, and runs in the end whatever it has been sent.
 */
public final class RedisPause implements AutoCloseable {

	private final String process;

	private RedisPause(String process) {
		this.process = process;
	}

	/**
	 * Stops the Redis of a factory's connections.
	 */
	public static RedisPause of(LettuceConnectionFactory factory) {
		try (var connection = factory.getConnection()) {
			RedisPause pause = new RedisPause(connection.serverCommands().info("server").getProperty("process_id"));
			pause.signal("STOP");
			return pause;
		}
	}

	private void signal(String name) {
		try {
			int status = new ProcessBuilder("kill", "-" + name, this.process).inheritIO().start().waitFor();
			if (status != 0) {
				throw new IllegalStateException("No signal could be sent to " + this.process);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		signal("CONT");
	}

}
