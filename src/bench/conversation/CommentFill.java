import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What comments are measured on: an article with 100, one with 100,000, each thread with three replies, and some to
 * write below.
 */
final class CommentFill {

	private CommentFill() {
	}

	/**
	 * Fills it, unless it is filled. Warta must be started again, to know that comments are seen at once.
	 */
	static void fill(Connection database) throws SQLException {
		if (!Database.column(database, "select 1 from article where slug = 'few'").isEmpty()) {
			return;
		}
		System.err.println("Generating 100,100 comments");
		for (String sql : List.of("""
				insert into article (slug, title, status, published_at)
				select s, s, 'PUBLISHED', now() from unnest(array['few', 'many']) s
				union all select 'written-' || i, 'Written', 'PUBLISHED', now() from generate_series(1, 50) i""", """
				insert into comment (article_id, status, author_name, body, created_at)
				select a.id, 'APPROVED', 'Reader ' || i, '<p>Thread ' || i || '</p>', now() - i * interval '1 minute'
				from article a, generate_series(1, case a.slug when 'few' then 25 else 25000 end) i
				where a.slug in ('few', 'many')""", """
				insert into comment (article_id, parent_id, depth, status, author_name, body, created_at)
				select c.article_id, c.id, 1, 'APPROVED', 'Reader ' || i, '<p>Reply ' || i || '</p>',
				    c.created_at + i * interval '1 second'
				from comment c, generate_series(1, 3) i where c.parent_id is null""",
				"update comment_settings set moderation = 'HOLD_NONE'", "analyze")) {
			database.createStatement().execute(sql);
		}
	}

	/**
	 * The ids of the articles to write below.
	 * @param data where Warta keeps its data, while it runs
	 */
	static long[] articles(Path data) throws Exception {
		try (Connection database = Database.of(data).connect()) {
			return Database.column(database, "select id from article where slug like 'written-%'")
				.stream()
				.mapToLong(Long::parseLong)
				.toArray();
		}
	}

}
