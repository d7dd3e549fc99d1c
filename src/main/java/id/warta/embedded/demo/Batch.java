package id.warta.embedded.demo;

import java.util.List;

import io.r2dbc.postgresql.codec.Json;
import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Rows that one statement writes.
 *
 * @param sql reads them from the parameter {@code rows} by {@code jsonb_to_recordset}; a
 * component {@code jobTitle} of the rows is its {@code job_title}
 * @param rows the rows
 */
record Batch(String sql, List<?> rows) {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	Mono<Long> write(DatabaseClient database) {
		return database.sql(this.sql).bind("rows", Json.of(MAPPER.writeValueAsBytes(this.rows))).fetch().rowsUpdated();
	}

}
