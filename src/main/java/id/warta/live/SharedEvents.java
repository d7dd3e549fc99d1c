package id.warta.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import id.warta.eventlog.Delivery;
import id.warta.eventlog.Event;
import id.warta.eventlog.EventHistory;
import id.warta.eventlog.LiveEvents;
import id.warta.eventlog.LogPlace;
import id.warta.eventlog.StreamEndedException;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * What one operation tells all who ask for it. It follows the log as one subscriber,
 * executes each event once, and hands the message to its lanes, one event after the
 * other. Who comes later, or falls behind, reads the log by itself and shares the
 * messages.
 */
final class SharedEvents implements SharedStream {

	/** How many events are executed at a time, ahead of the one that is told. */
	private static final int AHEAD = 4;

	private final EventHistory history;

	private final Messages messages;

	private final Map<Executor, Lane> lanes = new ConcurrentHashMap<>();

	private final Attendance attendance = new Attendance();

	private volatile long position;

	private volatile @Nullable StreamEndedException end;

	/** Whether the last message was told: who comes now asks what comes behind it. */
	private volatile boolean complete;

	private volatile Disposable following = Disposables.disposed();

	/**
	 * Creates one that tells nothing yet.
	 * @param from where it begins
	 * @param messages where its messages come from
	 */
	SharedEvents(LogPlace from, Messages messages) {
		this.history = from.history();
		this.position = from.position();
		this.messages = messages;
	}

	/**
	 * Begins to follow the log.
	 */
	void follow(LiveEvents live) {
		this.following = live.shared(new LogPlace(this.history, this.position), this::wants)
			.flatMapSequentialDelayError((delivery) -> Mono.fromFuture(message(delivery), true), AHEAD, 1)
			.takeUntil(Message::isLast)
			.concatMap(this::tell, 1)
			.subscribe((told) -> {
			}, this::ended);
	}

	boolean wants(Event event) {
		return this.messages.wants(event);
	}

	private CompletableFuture<Message> message(Delivery delivery) {
		Event event = delivery.event();
		return (event != null) ? message(event) : heartbeat(delivery.cursor().position());
	}

	/**
	 * The message that tells an event.
	 */
	CompletableFuture<Message> message(Event event) {
		return this.messages.of(event, this.history.cursor().at(event.position()));
	}

	/**
	 * The message that says that there is nothing to tell up to a position.
	 */
	CompletableFuture<Message> heartbeat(long upTo) {
		return this.messages.heartbeat(this.history.cursor().at(upTo));
	}

	/** Goes on when all lanes have passed it on, so that no lane is left far behind. */
	private Mono<Void> tell(Message message) {
		this.position = Math.max(this.position, message.position());
		this.complete |= message.isLast();
		return onLanes((lane) -> lane.tell(message));
	}

	private Mono<Void> onLanes(Consumer<Lane> action) {
		return Mono.create((sink) -> {
			Map<Executor, Lane> now = Map.copyOf(this.lanes);
			AtomicInteger left = new AtomicInteger(now.size());
			if (now.isEmpty()) {
				sink.success();
			}
			now.forEach((executor, lane) -> onLane(executor, () -> action.accept(lane), () -> {
				if (left.decrementAndGet() == 0) {
					sink.success();
				}
			}));
		});
	}

	/** A thread that has ended has no subscribers any more. */
	private static void onLane(Executor executor, Runnable action, Runnable afterwards) {
		try {
			executor.execute(() -> {
				try {
					action.run();
				}
				finally {
					afterwards.run();
				}
			});
		}
		catch (RejectedExecutionException ex) {
			afterwards.run();
		}
	}

	private void ended(Throwable failure) {
		StreamEndedException known = (failure instanceof StreamEndedException ended) ? ended
				: StreamEndedException.broken(this.history.cursor().at(this.position));
		this.end = known;
		onLanes((lane) -> lane.forEach((subscriber) -> subscriber.end(known))).subscribe();
	}

	@Override
	public Mono<LogPlace> place(LiveEvents live, @Nullable String after) {
		return live.place(after);
	}

	@Override
	public @Nullable Subscriber join(LogPlace from, Outlet outlet) {
		if (!follows(from) || this.complete && from.position() >= this.position || !this.attendance.enter()) {
			return null;
		}
		Lane lane = this.lanes.computeIfAbsent(outlet.executor(), (executor) -> new Lane(this));
		lane.begin();
		EventSubscriber subscriber = new EventSubscriber(this, lane, from, outlet);
		subscriber.begin();
		StreamEndedException ended = this.end;
		if (ended != null) {
			subscriber.end(ended);
		}
		outlet.flush();
		return subscriber;
	}

	void left() {
		this.attendance.leave();
	}

	@Override
	public boolean follows(LogPlace place) {
		return place.history().isSameAs(this.history);
	}

	@Override
	public void stop() {
		// The log's end is told to all who follow it
	}

	@Override
	public boolean isOpen() {
		return this.attendance.isOpen() && this.end == null && !this.complete;
	}

	@Override
	public void tick(Duration patience) {
		long now = System.nanoTime();
		this.lanes.forEach((executor, lane) -> {
			if (lane.anyBehind()) {
				onLane(executor, () -> lane.endSlow(now, patience), () -> {
				});
			}
		});
	}

	@Override
	public boolean closeIfIdle(Duration idle) {
		if (this.attendance.closeIfIdle(idle)) {
			this.following.dispose();
			return true;
		}
		return this.end != null || this.complete;
	}

	StreamEndedException slow(long told) {
		return StreamEndedException.slow(this.history.cursor().at(told));
	}

	long position() {
		return this.position;
	}

	@Override
	public int subscribers() {
		return this.attendance.size();
	}

}
