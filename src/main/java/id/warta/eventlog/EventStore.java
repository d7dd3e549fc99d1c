package id.warta.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import id.warta.platform.Rows;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;

/**
 * Reads the log in PostgreSQL. Each read is one statement, and so sees one state.
 */
@Component
class EventStore {

	private static final String READ = """
			select h.epoch, h.position as head, h.lineage <> event_log_lineage() as moved,
			    coalesce((select min(position) - 1 from event_log), h.position) as oldest,
			    e.position, e.kind, e.subject_type, e.subject_id, e.payload, e.occurred_at
			from event_log_head h
			left join lateral (
			    select * from event_log where %s order by position limit :limit) e on true
			order by e.position""";

	private static final String AFTER = READ.formatted("position > :after and position <= :to");

	private static final String NEWEST = READ.formatted("position > h.position - :limit");

	private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {
	};

	private static final UUID NO_EPOCH = new UUID(0, 0);

	private final DatabaseClient database;

	private final ObjectReader payloads;

	EventStore(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.payloads = json.readerFor(PAYLOAD);
	}

	/**
	 * The events after a position.
	 * @param after the position, exclusive
	 * @param to the last position wanted
	 * @param limit how many events at most
	 */
	Mono<LogPage> after(long after, long to, int limit) {
		return read(this.database.sql(AFTER).bind("after", after).bind("to", to).bind("limit", limit));
	}

	/**
	 * The newest events.
	 * @param limit how many at most
	 */
	Mono<LogPage> newest(int limit) {
		return read(this.database.sql(NEWEST).bind("limit", limit));
	}

	private Mono<LogPage> read(GenericExecuteSpec statement) {
		return statement.map(this::line).all().collectList().map(EventStore::page);
	}

	private record Line(LogPage look, @Nullable Event event) {

	}

	private Line line(Readable row) {
		LogPage look = new LogPage(
				new EventCursor(Rows.required(row, "epoch", UUID.class), Rows.required(row, "head", Long.class)),
				Rows.required(row, "oldest", Long.class), Rows.required(row, "moved", Boolean.class), List.of());
		return new Line(look, (row.get("position", Long.class) != null) ? event(row) : null);
	}

	private Event event(Readable row) {
		return new Event(Rows.required(row, "position", Long.class), Rows.required(row, "kind", String.class),
				Rows.required(row, "subject_type", String.class), row.get("subject_id", Long.class),
				this.payloads.readValue(Rows.required(row, "payload", Json.class).asString()),
				Rows.required(row, "occurred_at", Instant.class));
	}

	private static LogPage page(List<Line> lines) {
		LogPage look = lines.get(0).look();
		return new LogPage(look.head(), look.oldest(), look.moved(),
				lines.stream().map(Line::event).filter(Objects::nonNull).toList());
	}

	/**
	 * Begins a new epoch if the log's history may have been cut or rewound: the database
	 * isn't the one that the epoch was minted on, or its head is behind what was seen. Of
	 * many nodes that find it so at a time, one begins it.
	 * @param seen the furthest place that this node has seen, or null
	 */
	Mono<Void> renewEpoch(@Nullable EventCursor seen) {
		return this.database.sql("""
				update event_log_head set epoch = gen_random_uuid(), lineage = event_log_lineage()
				where lineage <> event_log_lineage() or (epoch = :epoch and position < :position)""")
			.bind("epoch", (seen != null) ? seen.epoch() : NO_EPOCH)
			.bind("position", (seen != null) ? seen.position() : 0)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Forgets the log's oldest events.
	 * @param before those that occurred earlier go, with all that stand before them
	 * @param limit how many at most
	 * @return how many went
	 */
	Mono<Integer> prune(Instant before, int limit) {
		return this.database.sql("""
				delete from event_log where position in (
				    select position from event_log
				    where position <= (
				        select position from event_log where occurred_at < :before order by occurred_at desc limit 1)
				    order by position limit :limit for update skip locked)""")
			.bind("before", before)
			.bind("limit", limit)
			.fetch()
			.rowsUpdated()
			.map(Long::intValue);
	}

}
