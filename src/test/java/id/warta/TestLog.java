package id.warta;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import id.warta.eventlog.EventCursor;
import id.warta.eventlog.LiveEvents;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What tests ask of the event log.
 */
@TestComponent
public class TestLog {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final DatabaseClient database;

	private final LiveEvents live;

	TestLog(DatabaseClient database, LiveEvents live) {
		this.database = database;
		this.live = live;
	}

	/**
	 * The place behind all that the log holds now.
	 */
	public EventCursor head() {
		return Objects.requireNonNull(this.database.sql("select epoch, position from event_log_head")
			.map((row) -> new EventCursor(Objects.requireNonNull(row.get("epoch", UUID.class)),
					Objects.requireNonNull(row.get("position", Long.class))))
			.one()
			.block(LIMIT));
	}

	/**
	 * Waits until the node has told its subscribers all that the log holds now, which
	 * must be something: who subscribes then is told it before the first heartbeat.
	 */
	public void catchUp() {
		EventCursor head = head();
		this.live.after(new EventCursor(head.epoch(), head.position() - 1).toString(), (event) -> true)
			.filter((delivery) -> delivery.event() != null)
			.blockFirst(LIMIT);
	}

}
