import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The embedded PostgreSQL of a data folder, while it runs.
 *
 * @param url where it listens
 * @param password its owner's
 */
record Database(String url, String password) {

	/** The line of {@code postmaster.pid} that holds the port. */
	private static final int PORT = 3;

	static Database of(Path data) throws IOException {
		String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(PORT).strip();
		return new Database("jdbc:postgresql://127.0.0.1:" + port + "/warta",
				Files.readString(data.resolve("postgres.password")).strip());
	}

	Connection connect() throws SQLException {
		return DriverManager.getConnection(this.url, "warta", this.password);
	}

	/**
	 * The first column of a statement's rows, as text.
	 */
	static List<String> column(Connection connection, String sql) throws SQLException {
		List<String> values = new ArrayList<>();
		try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
			while (rows.next()) {
				values.add(rows.getString(1));
			}
		}
		return values;
	}

}
