package id.warta.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import graphql.GraphQLError;
import id.warta.eventlog.Event;
import id.warta.eventlog.EventHistory;
import id.warta.eventlog.LogPlace;
import id.warta.eventlog.StreamEndedException;
import org.jspecify.annotations.Nullable;

/**
 * One who listens to {@link SharedEvents}. At first, and whenever its outlet takes
 * nothing, it is behind: then it reads the log by itself, as fast as the outlet takes
 * what it finds, until it has caught up. Used by its outlet's executor alone.
 */
final class EventSubscriber implements Subscriber {

	private final SharedEvents stream;

	private final Lane lane;

	private final EventHistory history;

	private final Outlet outlet;

	/** Its place in the lane's row; negative while it isn't in the row. */
	private int place = -1;

	/** How far it was told. */
	private long told;

	private @Nullable Reading reading = new Reading();

	private boolean ended;

	EventSubscriber(SharedEvents stream, Lane lane, LogPlace from, Outlet outlet) {
		this.stream = stream;
		this.lane = lane;
		this.history = from.history();
		this.outlet = outlet;
		this.told = from.position();
	}

	/**
	 * What only those need who are behind.
	 */
	private static final class Reading {

		/** Events that were read and are yet to be told. */
		private final Queue<Event> events = new ArrayDeque<>();

		/** How far the log was read, in which there is nothing more to tell. */
		private long read;

		/** Whether something is on its way that will go on by itself. */
		private boolean waiting;

		/** Since when the outlet takes nothing, by System.nanoTime(); 0 if it does. */
		private long blockedSince;

	}

	int place() {
		return this.place;
	}

	void place(int index) {
		this.place = index;
	}

	/**
	 * Begins with what was missed.
	 */
	void begin() {
		this.lane.fallBehind(this);
		advance();
	}

	@Override
	public void resume() {
		if (!this.ended && this.reading != null) {
			advance();
			this.outlet.flush();
		}
	}

	@Override
	public void leave() {
		if (!this.ended) {
			this.ended = true;
			this.lane.leave(this);
			this.stream.left();
		}
	}

	/**
	 * Takes what the lane tells.
	 */
	void tell(Message message) {
		if (this.ended || message.position() < this.told || message.position() == this.told && !message.isHeartbeat()) {
			return;
		}
		if (this.outlet.isReady()) {
			send(message);
			this.outlet.flush();
		}
		else if (!message.isHeartbeat()) {
			this.reading = new Reading();
			this.lane.fallBehind(this);
			advance();
		}
	}

	private void send(Message message) {
		this.outlet.next(message);
		this.told = message.position();
		if (message.isLast()) {
			leave();
			this.outlet.complete();
		}
	}

	private void advance() {
		Reading now = this.reading;
		while (!this.ended && now != null && !now.waiting && isReady(now)) {
			now.read = Math.max(now.read, this.told);
			Event next = now.events.poll();
			if (next != null) {
				await(now, this.stream.message(next), this::send);
			}
			else if (this.lane.enter(this, now.read)) {
				this.reading = null;
				greet(now.read);
				return;
			}
			else {
				await(now, this.history.after(now.read).toFuture(), (events) -> read(now, events));
			}
		}
	}

	private boolean isReady(Reading now) {
		boolean ready = this.outlet.isReady();
		if (ready) {
			now.blockedSince = 0;
		}
		else if (now.blockedSince == 0) {
			now.blockedSince = System.nanoTime();
		}
		return ready;
	}

	private void read(Reading now, @Nullable List<Event> events) {
		if (events != null && !events.isEmpty()) {
			now.read = events.get(events.size() - 1).position();
			events.stream().filter(this.stream::wants).forEach(now.events::add);
		}
	}

	/** Goes on at once with what is there, and later with what is not. */
	private <T extends @Nullable Object> void await(Reading now, CompletableFuture<T> future, Consumer<T> then) {
		if (future.isDone()) {
			arrived(future, then);
			return;
		}
		now.waiting = true;
		future.whenComplete((value, failure) -> this.outlet.executor().execute(() -> {
			now.waiting = false;
			if (!this.ended) {
				arrived(future, then);
				advance();
				this.outlet.flush();
			}
		}));
	}

	private <T extends @Nullable Object> void arrived(CompletableFuture<T> future, Consumer<T> then) {
		try {
			then.accept(future.join());
		}
		catch (RuntimeException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			fail(StreamErrors.of(cause));
		}
	}

	/** Says that everything was told, unless more has been by then. */
	private void greet(long position) {
		this.told = position;
		this.stream.heartbeat(position).thenAcceptAsync(this::tell, this.outlet.executor());
	}

	void endIfSlow(long now, Duration patience) {
		Reading current = this.reading;
		if (!this.ended && current != null && current.blockedSince != 0
				&& now - current.blockedSince > patience.toNanos()) {
			fail(List.of(this.stream.slow(this.told).error()));
			this.outlet.flush();
		}
	}

	private void fail(List<GraphQLError> errors) {
		if (!this.ended) {
			leave();
			this.outlet.fail(errors);
		}
	}

	void end(StreamEndedException end) {
		if (end.isRestart()) {
			sendAway();
		}
		else {
			fail(List.of(end.error()));
		}
	}

	/**
	 * Ends it so that it comes again and goes on.
	 */
	void sendAway() {
		if (!this.ended) {
			leave();
			this.outlet.restart();
		}
	}

}
