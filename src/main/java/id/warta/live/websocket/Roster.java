package id.warta.live.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;

/**
 * The connections of one event loop, which alone uses it: one timer for all of them.
 */
final class Roster {

	private final List<WebSocketConnection> connections = new ArrayList<>();

	private final Future<?> timer;

	private int seconds;

	/** For other threads, which may see it a little late. */
	private volatile int size;

	Roster(EventLoop loop) {
		this.timer = loop.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
	}

	private void tick() {
		this.seconds++;
		all().forEach((connection) -> connection.tick(this.seconds));
	}

	List<WebSocketConnection> all() {
		return List.copyOf(this.connections);
	}

	/**
	 * Since it began.
	 */
	int seconds() {
		return this.seconds;
	}

	/**
	 * Adds a connection.
	 * @return its place
	 */
	int add(WebSocketConnection connection) {
		this.connections.add(connection);
		this.size = this.connections.size();
		return this.size - 1;
	}

	/**
	 * Removes a connection; the last one takes its place.
	 */
	void remove(WebSocketConnection connection) {
		WebSocketConnection last = this.connections.remove(this.connections.size() - 1);
		if (last != connection) {
			this.connections.set(connection.place(), last);
			last.place(connection.place());
		}
		this.size = this.connections.size();
	}

	int size() {
		return this.size;
	}

	void stop() {
		this.timer.cancel(false);
	}

}
