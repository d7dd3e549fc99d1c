package id.warta.importer;

import java.io.PrintStream;
import java.util.function.LongConsumer;

/**
 * Draws how far the reading of a file has come, in place, each time a further percent is
 * done.
 */
final class ProgressBar implements LongConsumer {

	private static final int WIDTH = 40;

	private final PrintStream out;

	private final long total;

	private long done;

	private int percent = -1;

	/**
	 * Creates a bar.
	 * @param total how many bytes will be read in all
	 */
	ProgressBar(PrintStream out, long total) {
		this.out = out;
		this.total = Math.max(1, total);
	}

	@Override
	public synchronized void accept(long bytes) {
		this.done += bytes;
		int reached = (int) Math.min(100, this.done * 100 / this.total);
		if (reached > this.percent) {
			this.percent = reached;
			int filled = reached * WIDTH / 100;
			this.out.printf("\r[%s%s] %3d %%", "#".repeat(filled), " ".repeat(WIDTH - filled), reached);
			this.out.flush();
		}
	}

	/**
	 * Takes the bar off the line, for what is printed next.
	 */
	synchronized void clear() {
		this.out.printf("\r%s\r", " ".repeat(WIDTH + 8));
		this.out.flush();
	}

}
