package id.warta.eventlog;

import java.time.Duration;
import java.time.InstantSource;

import io.r2dbc.spi.ConnectionFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What a node has of the spine, without the rest of the application: several run side by
 * side on one database.
 */
final class TestNode implements AutoCloseable {

	static final LiveProperties PROPERTIES = new LiveProperties(256, Duration.ofSeconds(10), Duration.ofSeconds(15),
			200, Duration.ofDays(7));

	private final Replicas replicas = new Replicas();

	private final Broadcast broadcast = new Broadcast(PROPERTIES, InstantSource.system());

	private final WakeUps wakeUps;

	private final EventTail tail;

	private final LiveEvents live;

	TestNode(ConnectionFactory connections) {
		this(connections, connections);
	}

	/**
	 * Creates one.
	 * @param connections what it reads with
	 * @param listening what it makes the connection from that listens
	 */
	TestNode(ConnectionFactory connections, ConnectionFactory listening) {
		EventStore store = new EventStore(DatabaseClient.create(connections), JsonMapper.shared());
		this.wakeUps = new WakeUps(listening);
		this.tail = new EventTail(store, this.wakeUps, this.replicas, this.broadcast);
		this.live = new LiveEvents(store, this.broadcast);
	}

	TestNode start() {
		this.tail.start();
		this.replicas.start();
		return this;
	}

	LiveEvents live() {
		return this.live;
	}

	Replicas replicas() {
		return this.replicas;
	}

	Broadcast broadcast() {
		return this.broadcast;
	}

	boolean isListening() {
		return this.wakeUps.isListening();
	}

	@Override
	public void close() {
		this.tail.stop();
		this.broadcast.destroy();
	}

}
