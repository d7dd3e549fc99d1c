package id.warta.platform;

import java.util.Objects;

import io.r2dbc.spi.Readable;

/**
 * Reads rows of tables and queries.
 */
public final class Rows {

	private Rows() {
	}

	/**
	 * The value of a column that always has one.
	 * @throws NullPointerException with the column's name if it has none
	 */
	public static <T> T required(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

}
