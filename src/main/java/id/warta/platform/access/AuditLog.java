package id.warta.platform.access;

import java.util.List;
import java.util.Map;

import io.r2dbc.postgresql.codec.Json;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Keeps for ever what the staff did. It is written in the transaction of what was done,
 * before the event log, which comes last.
 */
@Component
public class AuditLog {

	private final DatabaseClient database;

	private final JsonMapper json;

	AuditLog(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/**
	 * Writes down what somebody does.
	 * @param viewer who
	 * @param action the mutation's name, such as {@code publishArticle}
	 * @param subjectType the GraphQL type of what they do it to
	 * @param subjectId its id within the type
	 * @param details what else one may want to know: no password, token or text of an
	 * article
	 */
	public Mono<Void> append(Viewer viewer, String action, String subjectType, long subjectId, Map<String, ?> details) {
		return appendAll(viewer, action, subjectType, List.of(subjectId), details);
	}

	/**
	 * Writes down what somebody does to several things: an entry for each of them, in
	 * order, all by one statement.
	 */
	public Mono<Void> appendAll(Viewer viewer, String action, String subjectType, List<Long> subjectIds,
			Map<String, ?> details) {
		return this.database.sql("""
				insert into audit_log (staff_id, staff_name, action, subject_type, subject_id, details)
				select nullif(:staff, 0), :name, :action, :type, s.id, :details
				from unnest(:ids) with ordinality as s (id, place) order by s.place""")
			.bind("staff", (viewer.staffId() != null) ? viewer.staffId() : 0L)
			.bind("name", viewer.name())
			.bind("action", action)
			.bind("type", subjectType)
			.bind("ids", subjectIds.toArray(Long[]::new))
			.bind("details", Json.of(this.json.writeValueAsString(details)))
			.then();
	}

}
