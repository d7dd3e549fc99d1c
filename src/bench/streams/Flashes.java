import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Raises flashes as Warta's own command does, by SQL: the article is marked, an event is appended last, and all of it
 * is one transaction.
 */
final class Flashes implements Source, AutoCloseable {

	private final Connection connection;

	private final PreparedStatement mark;

	private final PreparedStatement append;

	private final List<String> articles;

	Flashes(Database database) throws SQLException {
		this.connection = database.connect();
		this.articles = Database.column(this.connection,
				"select id from article where visible and breaking_until is null order by id");
		this.connection.setAutoCommit(false);
		this.mark = this.connection
			.prepareStatement("update article set breaking_until = now() + interval '2 hours' where id = ?");
		this.append = this.connection.prepareStatement(
				"select append_event('BREAKING_STARTED', 'Article', ?, jsonb_build_object('revision', ?))");
	}

	/**
	 * The flash begins before the commit, so that what the commit takes counts.
	 */
	@Override
	public Moment fire(int number) throws SQLException {
		long article = Long.parseLong(this.articles.get(number % this.articles.size()));
		this.mark.setLong(1, article);
		this.mark.executeUpdate();
		this.append.setLong(1, article);
		this.append.setInt(2, number);
		this.append.execute();
		long begun = System.nanoTime();
		this.connection.commit();
		return new Moment(begun, System.nanoTime());
	}

	/**
	 * Leaves the articles as they were.
	 */
	@Override
	public void close() throws SQLException {
		try (PreparedStatement unmark = this.connection.prepareStatement(
				"update article set breaking_until = null where breaking_until is not null and id = any(?)")) {
			unmark.setArray(1, this.connection.createArrayOf("bigint", this.articles.toArray()));
			unmark.executeUpdate();
			this.connection.commit();
		}
		this.connection.close();
	}

}
