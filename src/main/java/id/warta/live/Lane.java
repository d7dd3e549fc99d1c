package id.warta.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscribers of one stream that are served by one thread, which alone uses this.
 * Those that have had everything stand in a row and are told what comes; the others read
 * by themselves until they have caught up.
 */
final class Lane {

	private static final Logger log = LoggerFactory.getLogger(Lane.class);

	private final SharedEvents stream;

	/** How far the row was told; negative before it was told or asked anything. */
	private long position = -1;

	private final List<EventSubscriber> row = new ArrayList<>();

	private final Set<EventSubscriber> behind = new HashSet<>();

	/** For other threads, which may see it a little late. */
	private volatile boolean anyBehind;

	Lane(SharedEvents stream) {
		this.stream = stream;
	}

	/**
	 * Begins, if it is new, where the stream is. To be called once others can find it, so
	 * that it is told what comes after.
	 */
	void begin() {
		if (this.position < 0) {
			this.position = this.stream.position();
		}
	}

	/**
	 * Tells everyone in the row a message. The last one comes first, since whoever leaves
	 * is replaced by the last; who was moved so is not told twice, as it knows where it
	 * is.
	 */
	void tell(Message message) {
		this.position = Math.max(this.position, message.position());
		for (int i = this.row.size() - 1; i >= 0; i--) {
			if (i < this.row.size()) {
				tell(this.row.get(i), message);
			}
		}
	}

	/** Whatever keeps one from being told harms nobody else. */
	private static void tell(EventSubscriber subscriber, Message message) {
		try {
			subscriber.tell(message);
		}
		catch (RuntimeException | Error ex) {
			log.warn("A subscriber could not be told, and is sent away", ex);
			subscriber.sendAway();
		}
	}

	/**
	 * Puts a subscriber into the row if it has had everything.
	 * @param read how far it has read
	 * @return whether it is in the row now
	 */
	boolean enter(EventSubscriber subscriber, long read) {
		if (read < this.position) {
			return false;
		}
		subscriber.place(this.row.size());
		this.row.add(subscriber);
		this.behind.remove(subscriber);
		this.anyBehind = !this.behind.isEmpty();
		return true;
	}

	/**
	 * Takes a subscriber out of the row, to read by itself.
	 */
	void fallBehind(EventSubscriber subscriber) {
		leave(subscriber);
		this.behind.add(subscriber);
		this.anyBehind = true;
	}

	/**
	 * Forgets a subscriber.
	 */
	void leave(EventSubscriber subscriber) {
		int place = subscriber.place();
		if (place < 0) {
			this.behind.remove(subscriber);
			this.anyBehind = !this.behind.isEmpty();
			return;
		}
		EventSubscriber last = this.row.remove(this.row.size() - 1);
		if (last != subscriber) {
			this.row.set(place, last);
			last.place(place);
		}
		subscriber.place(-1);
	}

	boolean anyBehind() {
		return this.anyBehind;
	}

	/**
	 * Ends those that have taken nothing for long though more was there.
	 */
	void endSlow(long now, Duration patience) {
		List.copyOf(this.behind).forEach((subscriber) -> subscriber.endIfSlow(now, patience));
	}

	/**
	 * Does something with all subscribers.
	 */
	void forEach(Consumer<EventSubscriber> action) {
		List.copyOf(this.row).forEach(action);
		List.copyOf(this.behind).forEach(action);
	}

}
