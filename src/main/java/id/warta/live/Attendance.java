package id.warta.live;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many listen to a stream, and since when nobody does.
 */
final class Attendance {

	private static final int CLOSED = -1;

	private final AtomicInteger count = new AtomicInteger();

	private volatile long idleSince = System.nanoTime();

	/**
	 * Counts one in, unless it is closed.
	 */
	boolean enter() {
		return this.count.getAndUpdate((before) -> (before == CLOSED) ? CLOSED : before + 1) != CLOSED;
	}

	/**
	 * Counts one out.
	 */
	void leave() {
		this.idleSince = System.nanoTime();
		this.count.decrementAndGet();
	}

	/**
	 * Closes it if nobody has listened for a while.
	 * @return whether it is closed
	 */
	boolean closeIfIdle(Duration idle) {
		return this.count.get() == CLOSED
				|| System.nanoTime() - this.idleSince > idle.toNanos() && this.count.compareAndSet(0, CLOSED);
	}

	boolean isOpen() {
		return this.count.get() != CLOSED;
	}

	int size() {
		return Math.max(0, this.count.get());
	}

}
