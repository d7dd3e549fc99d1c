package id.warta.identity.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Connection;
import id.warta.platform.Cursor;
import id.warta.platform.PageArguments;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Service;

/**
 * What the staff did, the newest first.
 */
@Service
class AuditTrail {

	private static final String LIST = "l";

	private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
	};

	private final DatabaseClient database;

	private final JsonMapper json;

	AuditTrail(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/**
	 * A page of it.
	 */
	Mono<Connection<AuditLogEntry>> page(AuditLogWhere where, DataFetchingEnvironment environment) {
		Viewer.of(environment).require(Permission.READ_AUDIT_LOG);
		PageArguments page = PageArguments.of(environment, LIST, 1, (cursor) -> cursor.number(0));
		return this.database.sql("""
				select id, happened_at, staff_id, staff_name, action, subject_type, subject_id, details from audit_log
				where (:staff::bigint is null or staff_id = :staff) and (:action::text is null or action = :action)
				    and (:type::text is null or subject_type = :type and subject_id = :subject)
				    and (:from::timestamptz is null or happened_at >= :from)
				    and (:until::timestamptz is null or happened_at < :until)
				    and id < :after
				order by id desc limit :limit""")
			.bind("staff", Parameter.fromOrEmpty(where.staffKey(), Long.class))
			.bind("action", Parameter.fromOrEmpty(where.action(), String.class))
			.bind("type", Parameter.fromOrEmpty(where.subjectType(), String.class))
			.bind("subject", where.subjectKey())
			.bind("from", Parameter.fromOrEmpty(where.from(), Instant.class))
			.bind("until", Parameter.fromOrEmpty(where.until(), Instant.class))
			.bind("after", after(page.after()))
			.bind("limit", page.limit())
			.map(this::entry)
			.all()
			.collectList()
			.map((rows) -> Connection.of(rows, page, (row) -> Cursor.of(LIST, row.id())));
	}

	private static long after(@Nullable Cursor cursor) {
		return (cursor != null) ? cursor.number(0) : Long.MAX_VALUE;
	}

	private AuditLogEntry entry(Readable row) {
		return new AuditLogEntry(required(row, "id", Long.class), required(row, "happened_at", Instant.class),
				row.get("staff_id", Long.class), required(row, "staff_name", String.class),
				required(row, "action", String.class), required(row, "subject_type", String.class),
				required(row, "subject_id", Long.class),
				this.json.readValue(required(row, "details", Json.class).asString(), OBJECT));
	}

	private static <T> T required(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

}
