import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Fills an empty database with a generated site, the same one at each call: one transaction, so that it is either full
 * or empty.
 */
final class Fill {

	static final long SEED = 20250803;

	static final int AUTHORS = 40;

	static final int SECTIONS = 6;

	static final int CHILDREN = 4;

	static final int CATEGORIES = SECTIONS + SECTIONS * CHILDREN;

	static final int TAGS = 400;

	static final int COMMENTS_PER_ARTICLE = 20;

	private static final int BATCH = 1000;

	private static final Instant LATEST = Instant.parse("2025-08-03T00:00:00Z");

	private static final Duration APART = Duration.ofMinutes(40);

	private final Random random = new Random(SEED);

	private final Words words = new Words(this.random);

	private final Connection connection;

	private final int articles;

	private final int[] commentsOf;

	private long comments;

	Fill(Connection connection, int articles) {
		this.connection = connection;
		this.articles = articles;
		this.commentsOf = shares(articles);
	}

	/**
	 * How many comments each article has: an exponential distribution, scaled so that the sum is exact.
	 */
	private int[] shares(int articles) {
		double[] ends = new double[articles];
		for (int i = 0; i < articles; i++) {
			ends[i] = ((i > 0) ? ends[i - 1] : 0) - Math.log(1 - this.random.nextDouble());
		}
		double scale = (double) articles * COMMENTS_PER_ARTICLE / ends[articles - 1];
		int[] shares = new int[articles];
		for (int i = 0; i < articles; i++) {
			shares[i] = (int) (Math.round(ends[i] * scale) - ((i > 0) ? Math.round(ends[i - 1] * scale) : 0));
		}
		return shares;
	}

	/**
	 * Fills the database, if it is not filled already.
	 * @throws IllegalStateException if it holds something else
	 */
	static void fill(Connection connection, int articles) throws SQLException, IOException {
		String there = Database.column(connection, "select count(*) from article").get(0);
		if (there.equals(String.valueOf(articles))) {
			return;
		}
		if (!there.equals("0")) {
			throw new IllegalStateException(
					"The data folder holds " + there + " articles instead of " + articles + ": delete it");
		}
		connection.setAutoCommit(false);
		new Fill(connection, articles).fill();
		connection.commit();
		connection.setAutoCommit(true);
		execute(connection, "vacuum (analyze)");
	}

	private void fill() throws SQLException, IOException {
		lists();
		for (int first = 1; first <= this.articles; first += BATCH) {
			articles(first, Math.min(first + BATCH, this.articles + 1));
		}
		surroundings();
	}

	private void lists() throws SQLException, IOException {
		StringBuilder rows = new StringBuilder();
		for (int id = 1; id <= AUTHORS; id++) {
			CopyRows.row(rows, id, "penulis-" + id, this.words.name());
		}
		CopyRows.copy(this.connection, "author (id, slug, name)", rows);
		for (int id = 1; id <= CATEGORIES; id++) {
			Object parent = (id <= SECTIONS) ? "\\N" : (id - SECTIONS - 1) / CHILDREN + 1;
			CopyRows.row(rows, id, parent, "rubrik-" + id, this.words.title(1), id);
		}
		CopyRows.copy(this.connection, "category (id, parent_id, slug, name, position)", rows);
		for (int id = 1; id <= TAGS; id++) {
			CopyRows.row(rows, id, "tag-" + id, this.words.title(2));
		}
		CopyRows.copy(this.connection, "tag (id, slug, name)", rows);
	}

	private void articles(int first, int end) throws SQLException, IOException {
		StringBuilder articles = new StringBuilder();
		StringBuilder authors = new StringBuilder();
		StringBuilder categories = new StringBuilder();
		StringBuilder tags = new StringBuilder();
		StringBuilder comments = new StringBuilder();
		StringBuilder views = new StringBuilder();
		for (int id = first; id < end; id++) {
			article(id, articles);
			relate(id, authors, 1 + this.random.nextInt(8) / 7, AUTHORS, 1);
			relate(id, categories, 1 + this.random.nextInt(4) / 3, CATEGORIES, 1);
			relate(id, tags, 3 + this.random.nextInt(4), TAGS, 2);
			thread(id, comments);
			CopyRows.row(views, id, (long) (1000 / (0.001 + this.random.nextDouble())));
		}
		CopyRows.copy(this.connection, "article (id, slug, status, title, subtitle, excerpt, body, plain_text, word_count, reading_minutes, "
				+ "featured, published_at, updated_at)", articles);
		CopyRows.copy(this.connection, "article_author (article_id, position, author_id)", authors);
		CopyRows.copy(this.connection, "article_category (article_id, position, category_id)", categories);
		CopyRows.copy(this.connection, "article_tag (article_id, position, tag_id)", tags);
		CopyRows.copy(this.connection, "comment (id, article_id, parent_id, depth, status, author_name, body, created_at)", comments);
		CopyRows.copy(this.connection, "article_views (article_id, total)", views);
	}

	private void article(int id, StringBuilder rows) {
		String title = this.words.title(5 + this.random.nextInt(5));
		StringBuilder body = new StringBuilder();
		StringBuilder plain = new StringBuilder();
		for (int left = 2000 + this.random.nextInt(4000); left > 0;) {
			String paragraph = this.words.paragraph(Math.min(left, 200 + this.random.nextInt(300)));
			body.append("<p>").append(paragraph).append("</p>");
			plain.append(plain.isEmpty() ? "" : "\\n").append(paragraph);
			left -= paragraph.length();
		}
		int count = plain.toString().split("\\s+").length;
		Instant published = published(id);
		CopyRows.row(rows, id, title.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + id, "PUBLISHED", title,
				(id % 3 == 0) ? this.words.sentence() : "\\N", this.words.paragraph(120), body, plain, count,
				Math.max(1, count / 200), id % 20 == 0, published, published.plus(Duration.ofMinutes(id % 30)));
	}

	private Instant published(int id) {
		return LATEST.minus(APART.multipliedBy(this.articles - id));
	}

	/**
	 * Some of a list, none twice.
	 * @param skew 1 for an even choice; the more, the oftener the list's first are chosen
	 */
	private void relate(int id, StringBuilder rows, int some, int all, int skew) {
		Set<Integer> chosen = new LinkedHashSet<>();
		while (chosen.size() < some) {
			chosen.add(1 + (int) (all * Math.pow(this.random.nextDouble(), skew)));
		}
		int position = 0;
		for (int other : chosen) {
			CopyRows.row(rows, id, position++, other);
		}
	}

	/**
	 * An article's comments: few or many, one in two a reply.
	 */
	private void thread(int article, StringBuilder rows) {
		int some = this.commentsOf[article - 1];
		long first = this.comments + 1;
		int[] depths = new int[some];
		for (int i = 0; i < some; i++) {
			int parent = (i == 0 || this.random.nextBoolean()) ? -1 : this.random.nextInt(i);
			depths[i] = (parent < 0 || depths[parent] > 4) ? 0 : depths[parent] + 1;
			CopyRows.row(rows, first + i, article, (depths[i] > 0) ? first + parent : "\\N", depths[i],
					(this.random.nextInt(20) > 0) ? "APPROVED" : "PENDING", this.words.name(),
					"<p>" + this.words.paragraph(this.random.nextInt(300)) + "</p>",
					published(article).plus(Duration.ofMinutes(i + 1)));
		}
		this.comments += some;
	}

	private void surroundings() throws SQLException {
		execute(this.connection, "update article set breaking_until = now() + interval '10 years' where id > "
				+ (this.articles - 8));
		execute(this.connection, "insert into menu (slug, name) values ('header', 'Menu')");
		execute(this.connection, """
				insert into menu_item (id, menu_id, parent_id, position, category_id)
				select c.id, m.id, c.parent_id, c.position, c.id from menu m, category c order by c.id""");
		execute(this.connection, "select article_tally_compact()");
		for (String table : new String[] { "author", "category", "tag", "article", "comment", "menu_item" }) {
			execute(this.connection,
					"select setval(pg_get_serial_sequence('%1$s', 'id'), max(id)) from %1$s".formatted(table));
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
