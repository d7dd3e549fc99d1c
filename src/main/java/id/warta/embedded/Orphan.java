package id.warta.embedded;

import java.io.IOException;
import java.time.Duration;

/**
 * A server without a keeper, which runs on after a crash that spared it alone.
 *
 * @param server whose data it runs on
 */
record Orphan(Server server) {

	private static final Duration LIMIT = Duration.ofMinutes(2);

	/**
	 * Stops it, if there is one.
	 */
	void stop() throws IOException {
		ProcessHandle process = this.server.process().orElse(null);
		if (process == null) {
			return;
		}
		for (String signal : this.server.stopSignals()) {
			Command.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, String.valueOf(process.pid())).run();
		}
		if (!Waiting.until(LIMIT, () -> this.server.process().isEmpty())) {
			throw new EmbeddedServerException("%s still runs on its data as process %d and doesn't stop: end it first"
				.formatted(this.server.name(), process.pid()));
		}
	}

}
