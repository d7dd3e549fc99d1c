import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills an empty database with as many articles as one likes, by a few statements: the triggers that look after each
 * article are off meanwhile, and what they would have written is written at once.
 */
final class ManyArticles {

	private static final int BATCH = 50_000;

	private final Connection connection;

	private final int articles;

	private ManyArticles(Connection connection, int articles) {
		this.connection = connection;
		this.articles = articles;
	}

	/**
	 * Fills the database, if it is not filled already.
	 * @throws IllegalStateException if it holds something else
	 */
	static void fill(Connection connection, int articles) throws SQLException {
		String there = Database.column(connection, "select count(*) from article").get(0);
		if (there.equals(String.valueOf(articles))) {
			return;
		}
		if (!there.equals("0")) {
			throw new IllegalStateException(
					"The data folder holds " + there + " articles instead of " + articles + ": delete it");
		}
		new ManyArticles(connection, articles).fill();
	}

	private void fill() throws SQLException {
		run("set statement_timeout = 0");
		run("insert into media (url, alt, mime_type, width, height) "
				+ "select '/media/foto-' || i || '.jpg', 'Foto', 'image/jpeg', 1200, 800 from generate_series(1, 1000) i");
		run("insert into author (slug, name) select 'penulis-' || i, 'Penulis ' || i from generate_series(1, 40) i");
		run("insert into category (slug, name) select 'rubrik-' || i, 'Rubrik ' || i from generate_series(1, 30) i");
		run("insert into tag (slug, name) select 'tag-' || i, 'Tag ' || i from generate_series(1, 400) i");
		for (String table : new String[] { "article", "article_category", "article_author", "article_tag" }) {
			run("alter table " + table + " disable trigger user");
		}
		for (int first = 1; first <= this.articles; first += BATCH) {
			articles(first, Math.min(first + BATCH - 1, this.articles));
		}
		for (String table : new String[] { "article", "article_category", "article_author", "article_tag" }) {
			run("alter table " + table + " enable trigger user");
		}
		run("select article_tally_compact()");
		run("select setval(pg_get_serial_sequence('article', 'id'), max(id)) from article");
		run("vacuum (analyze)");
	}

	private void articles(int first, int last) throws SQLException {
		String range = " from generate_series(%d, %d) i".formatted(first, last);
		run("""
				insert into article (id, slug, title, excerpt, body, word_count, reading_minutes, status, visible,
				    published_at, first_published_at, updated_at, lead_media_id)
				select i, 'panen-raya-di-tirtamaya-lampaui-perkiraan-petani-' || i, 'Panen Raya Lampaui Perkiraan ' || i,
				    'Petani meminta pengering menjelang musim hujan, kata dinas setempat ' || i || '.',
				    (select string_agg('<p>' || md5(i || '-' || p) || ' petani meminta pengering menjelang musim hujan '
				        || md5(p || '-' || i) || ', kata dinas setempat pada hari itu di balai desa.</p>', '')
				        from generate_series(1, 15) p), 300, 2, 'PUBLISHED', true,
				    t.at, t.at, t.at, case when i %% 3 > 0 then 1 + i %% 1000 end
				from generate_series(%d, %d) i cross join lateral (
				    select date_trunc('hour', now()) - (%d - i) * interval '5 minutes' as at) t"""
			.formatted(first, last, this.articles));
		run("insert into article_category select i, 0, 1 + i % 30" + range);
		run("insert into article_author select i, 0, 1 + i % 40" + range);
		run("insert into article_tag select i, p, 1 + (i * 7 + p * 131) % 400" + range + ", generate_series(0, 2) p");
		run("""
				insert into article_listing (list, list_id, article_id, published_at)
				select l.list, l.id, a.id, a.published_at from article a cross join lateral (
				    select 'site', 0::bigint
				    union all select k.kind, c.category_id from article_category c, (values ('category'), ('subtree')) k (kind)
				        where c.article_id = a.id
				    union all select 'tag', t.tag_id from article_tag t where t.article_id = a.id
				    union all select 'author', w.author_id from article_author w where w.article_id = a.id) l (list, id)
				where a.id between %d and %d""".formatted(first, last));
	}

	private void run(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
