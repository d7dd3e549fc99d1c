package id.warta.eventlog;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import reactor.core.publisher.Mono;

import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * A log without a database, and a node that follows it, for tests of what is fed by it.
 */
public final class TestLog implements AutoCloseable {

	private static final int REMEMBERED = 50;

	private final List<Event> events = new CopyOnWriteArrayList<>();

	private final EventStore store = mock(EventStore.class);

	private final Broadcast broadcast = new Broadcast(
			new LiveProperties(16, Duration.ofSeconds(1), Duration.ofSeconds(15), REMEMBERED, Duration.ofDays(7)),
			InstantSource.system());

	private UUID epoch = Events.EPOCH;

	private final LiveEvents live = new LiveEvents(this.store, this.broadcast);

	public TestLog() {
		given(this.store.after(anyLong(), anyLong(), anyInt()))
			.willAnswer((asked) -> Mono.just(page(asked.getArgument(0), asked.getArgument(1), asked.getArgument(2))));
		this.broadcast.restart(page(0, Long.MAX_VALUE, REMEMBERED)).block();
	}

	private LogPage page(long after, long to, int limit) {
		List<Event> found = this.events.stream()
			.filter((event) -> event.position() > after && event.position() <= to)
			.limit(limit)
			.toList();
		return new LogPage(new EventCursor(this.epoch, this.events.size()), 0, false, found);
	}

	public LiveEvents live() {
		return this.live;
	}

	/**
	 * Appends events, and tells them.
	 */
	public void append(int count) {
		int before = this.events.size();
		for (int i = 1; i <= count; i++) {
			this.events.add(Events.event(before + i));
		}
		this.broadcast.tell(page(before, Long.MAX_VALUE, count)).block();
	}

	/**
	 * Begins another epoch.
	 */
	public void restart() {
		this.epoch = UUID.randomUUID();
		this.broadcast.restart(page(0, 0, 0)).block();
	}

	/**
	 * The place behind an event.
	 */
	public String cursor(long position) {
		return new EventCursor(this.epoch, position).toString();
	}

	public int followers() {
		return this.broadcast.subscribers();
	}

	@Override
	public void close() {
		this.broadcast.destroy();
	}

}
