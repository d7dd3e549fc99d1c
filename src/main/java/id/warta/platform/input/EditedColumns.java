package id.warta.platform.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

import id.warta.platform.InvalidInputException;
import io.r2dbc.postgresql.codec.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.graphql.data.ArgumentValue;

/**
 * The columns of a row that a mutation writes. What its input omits is not among them,
 * and so keeps its value.
 */
public final class EditedColumns {

	private static final JsonMapper JSON = new JsonMapper();

	/** In characters: longer than names are. */
	private static final int LONG = 300;

	private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

	/**
	 * Writes a column whatever the input.
	 */
	public EditedColumns put(String column, @Nullable Object value) {
		this.values.put(column, value);
		return this;
	}

	/**
	 * Writes a column that always has a value, if the input gives one.
	 * @param column the column
	 * @param field the input's field, for the error
	 * @param given what the input gives
	 * @param checked makes the column's value of it and the field's name, or refuses it
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is null
	 */
	public <T> EditedColumns set(String column, String field, ArgumentValue<T> given,
			BiFunction<? super T, String, ?> checked) {
		if (given.isPresent() || given.isOmitted()) {
			return clearable(column, field, given, checked);
		}
		throw InvalidInputException.badArgument(field, "'" + field + "' must not be null");
	}

	/**
	 * Writes a column that always has a value as the input gives it, if it does.
	 * @param column the column
	 * @param field the input's field, for the error
	 * @param given what the input gives
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is null
	 */
	public <T> EditedColumns set(String column, String field, ArgumentValue<T> given) {
		return set(column, field, given, (value, name) -> value);
	}

	/**
	 * Writes a column that an input's null makes empty.
	 * @param column the column
	 * @param field the input's field, for the error
	 * @param given what the input gives
	 * @param checked makes the column's value of it and the field's name, or refuses it
	 */
	public <T> EditedColumns clearable(String column, String field, ArgumentValue<T> given,
			BiFunction<? super T, String, ?> checked) {
		if (!given.isOmitted()) {
			T value = given.value();
			put(column, (value != null) ? checked.apply(value, field) : null);
		}
		return this;
	}

	/**
	 * What is written of a column; null if nothing is, or null.
	 */
	public @Nullable Object get(String column) {
		return this.values.get(column);
	}

	/**
	 * Refuses an input that omits everything.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}
	 */
	public EditedColumns requireAny() {
		if (this.values.isEmpty()) {
			throw new InvalidInputException("BAD_ARGUMENT", null, "There is nothing to change");
		}
		return this;
	}

	/**
	 * All that is written, by column.
	 */
	public Map<String, @Nullable Object> values() {
		return Collections.unmodifiableMap(this.values);
	}

	/**
	 * All that is written, by column, for the audit log: of long texts no more than how
	 * long they are.
	 */
	public Map<String, @Nullable Object> summary() {
		Map<String, @Nullable Object> summary = new LinkedHashMap<>(this.values);
		summary.replaceAll((column, value) -> (value instanceof String text && text.length() > LONG)
				? text.length() + " characters" : value);
		return summary;
	}

	/**
	 * For {@code jsonb_populate_record(row, columns)}, which gives the row as it is to
	 * be.
	 */
	public Json json() {
		return Json.of(JSON.writeValueAsString(this.values));
	}

}
