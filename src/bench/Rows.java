import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The home page's rows straight out of PostgreSQL, by plain JDBC: no HTTP, no GraphQL, nothing but the columns that the
 * page shows. Categories and authors' names are left out, as Warta has them in memory.
 *
 * @param database where they are
 */
record Rows(Database database) implements Workload {

	private static final String CARD = """
			select a.id, a.slug, a.title, a.excerpt, a.published_at, v.total,
			    array(select author_id from article_author w where w.article_id = a.id order by position) as authors,
			    (select category_id from article_category c where c.article_id = a.id and position = 0) as category
			from article a join article_views v on v.article_id = a.id and a.visible
			""";

	private static final List<String> STATEMENTS = List.of(
			CARD + "order by a.published_at desc, a.id desc limit ?",
			CARD + "order by v.total desc, v.article_id desc limit ?",
			CARD + "and a.breaking_until > now() order by a.published_at desc, a.id desc limit ?");

	private static final int[] LIMITS = { 10, 5, 5 };

	@Override
	public String name() {
		return "home page's rows by JDBC";
	}

	@Override
	public Worker worker(int number) throws SQLException {
		Connection connection = this.database.connect();
		List<PreparedStatement> statements = new ArrayList<>();
		for (int i = 0; i < LIMITS.length; i++) {
			PreparedStatement statement = connection.prepareStatement(STATEMENTS.get(i));
			statement.setInt(1, LIMITS[i]);
			statements.add(statement);
		}
		return new Reader(connection, statements);
	}

	private record Reader(Connection connection, List<PreparedStatement> statements) implements Worker {

		@Override
		public void ask() throws SQLException {
			for (int i = 0; i < LIMITS.length; i++) {
				ask(this.statements.get(i), LIMITS[i]);
			}
		}

		private static void ask(PreparedStatement statement, int expected) throws SQLException {
			int found = 0;
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					found += (rows.getString("slug") != null && rows.getArray("authors") != null) ? 1 : 0;
				}
			}
			if (found != expected) {
				throw new IllegalStateException("Expected " + expected + " rows, found " + found);
			}
		}

		@Override
		public void close() throws SQLException {
			this.connection.close();
		}

	}

}
