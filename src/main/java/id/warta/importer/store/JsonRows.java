package id.warta.importer.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import io.r2dbc.postgresql.codec.Json;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands rows to PostgreSQL as one parameter, which {@code jsonb_to_recordset} reads as a
 * table: one statement and one binding for any number of rows. Names of components become
 * names of columns.
 */
final class JsonRows {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private JsonRows() {
	}

	static Json of(List<?> rows) {
		return Json.of(MAPPER.writeValueAsBytes(rows));
	}

	/**
	 * A digest of all that the row says.
	 */
	static String digest(Object row) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of()
				.formatHex(digest.digest(MAPPER.writeValueAsString(row).getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
