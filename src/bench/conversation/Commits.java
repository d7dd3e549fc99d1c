import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The yardstick of writing: rows that one connection inserts, each with a commit of its own.
 */
final class Commits implements Workload {

	private final Database database;

	Commits(Database database) {
		this.database = database;
	}

	@Override
	public String name() {
		return "rows from one connection, a commit each";
	}

	@Override
	public Worker worker(int number) throws SQLException {
		Connection connection = this.database.connect();
		connection.createStatement()
			.execute("create table if not exists bench_row (id bigint generated always as identity primary key, body text)");
		PreparedStatement insert = connection.prepareStatement("insert into bench_row (body) values (?)");
		return new Worker() {

			@Override
			public void ask() throws SQLException {
				insert.setString(1, "A comment of middling length, as readers write them below articles.");
				insert.executeUpdate();
			}

			@Override
			public void close() throws SQLException {
				connection.close();
			}

		};
	}

}
