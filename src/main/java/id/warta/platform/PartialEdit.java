package id.warta.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.r2dbc.postgresql.codec.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What an edit makes of a row: its columns by name. What the edit omits is missing, and
 * keeps its value; what it sets to null is null.
 */
public final class PartialEdit {

	private static final JsonMapper JSON = new JsonMapper();

	private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

	/**
	 * Adds a column, unless it is omitted.
	 * @param checked what is to be stored of the value
	 */
	public <T> PartialEdit put(String column, ArgumentValue<T> value, Function<@Nullable T, @Nullable Object> checked) {
		if (!value.isOmitted()) {
			this.columns.put(column, checked.apply(value.value()));
		}
		return this;
	}

	/**
	 * Refuses an edit that omits everything.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}
	 */
	public PartialEdit orNothing() {
		if (this.columns.isEmpty()) {
			throw new InvalidInputException("BAD_ARGUMENT", null, "There is nothing to change");
		}
		return this;
	}

	/**
	 * A column of text; null if the edit omits it.
	 */
	public @Nullable String text(String column) {
		return (this.columns.get(column) instanceof String text) ? text : null;
	}

	/**
	 * For {@code jsonb_populate_record(row, columns)}, which gives the row as it is to
	 * be.
	 */
	public Json json() {
		return Json.of(JSON.writeValueAsString(this.columns));
	}

}
