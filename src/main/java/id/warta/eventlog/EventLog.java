package id.warta.eventlog;

import java.util.Map;

import io.r2dbc.postgresql.codec.Json;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Where changes are announced: one row for each, written in the transaction of the
 * change.
 */
@Component
public class EventLog {

	/**
	 * The kind of the one event of a bulk import: whatever is derived from content may
	 * have changed.
	 */
	public static final String IMPORTED = "CONTENT_IMPORTED";

	private final DatabaseClient database;

	private final JsonMapper json;

	EventLog(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/**
	 * Appends an event. It must be the last statement of its transaction, since its
	 * position is locked up to the commit.
	 * @param kind what happened, such as {@code ARTICLE_PUBLISHED}
	 * @param subjectType the GraphQL type of what it happened to
	 * @param subjectId its id; 0 for events about many, such as an import
	 * @param payload what else readers of the log need
	 * @return the event's position
	 */
	public Mono<Long> append(String kind, String subjectType, long subjectId, Map<String, ?> payload) {
		return this.database.sql("select append_event(:kind, :type, nullif(:id, 0), :payload) as position")
			.bind("kind", kind)
			.bind("type", subjectType)
			.bind("id", subjectId)
			.bind("payload", Json.of(this.json.writeValueAsString(payload)))
			.mapValue(Long.class)
			.one();
	}

}
