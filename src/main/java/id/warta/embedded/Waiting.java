package id.warta.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waits for what other processes do, by asking again and again.
 */
final class Waiting {

	private static final long PAUSE_MILLIS = 10;

	/**
	 * Something that becomes true.
	 */
	interface Condition {

		boolean holds() throws IOException;

	}

	private Waiting() {
	}

	/**
	 * Waits until the condition holds.
	 * @return whether it did within the limit
	 */
	static boolean until(Duration limit, Condition condition) throws IOException {
		long start = System.nanoTime();
		while (!condition.holds()) {
			if (System.nanoTime() - start > limit.toNanos()) {
				return false;
			}
			pause();
		}
		return true;
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EmbeddedServerException("Interrupted while waiting for an embedded server", ex);
		}
	}

}
