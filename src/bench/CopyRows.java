import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;

import org.postgresql.PGConnection;

/**
 * Rows on their way into a table, by PostgreSQL's {@code copy}.
 */
final class CopyRows {

	private CopyRows() {
	}

	/**
	 * Adds a row. Values must have no tabs, line feeds or backslashes.
	 */
	static void row(StringBuilder rows, Object... values) {
		for (int i = 0; i < values.length; i++) {
			rows.append((i > 0) ? "\t" : "").append(values[i]);
		}
		rows.append('\n');
	}

	/**
	 * Writes the rows, and forgets them.
	 * @param table the table, with its columns if not all are given
	 */
	static void copy(Connection connection, String table, StringBuilder rows) throws SQLException, IOException {
		connection.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
		rows.setLength(0);
	}

}
