import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills an empty database with articles to be searched, the same ones at each call. Lists, documents and the words'
 * numbers, which triggers and a timer make else, are made at once: so a million articles take minutes.
 */
final class SearchFill {

	static final int WORDS = 60_000;

	static final int TITLE = 7;

	static final int EXCERPT = 12;

	static final int TEXT = 90;

	private static final long SEED = 20250803;

	private static final int CATEGORIES = 30;

	private static final int SECTIONS = 6;

	private static final int AUTHORS = 200;

	private static final int TAGS = 5000;

	private static final int BATCH = 5000;

	private static final Instant LATEST = Instant.now();

	private static final Duration APART = Duration.ofMinutes(5);

	private static final String[] SYLLABLES = { "ba", "ce", "di", "fo", "gu", "ha", "ji", "ka", "lo", "mu", "na", "pe",
			"ri", "sa", "to", "wu", "ya", "ran", "tik", "mang" };

	private static final String[] TABLES = { "article", "article_category", "article_tag", "article_author",
			"article_listing" };

	private final Random random = new Random(SEED);

	private final String[] words = new String[WORDS];

	private final Database database;

	private final Connection connection;

	private final int articles;

	SearchFill(Database database, Connection connection, int articles) {
		this.database = database;
		this.connection = connection;
		this.articles = articles;
		for (int n = 0; n < WORDS; n++) {
			this.words[n] = word(n);
		}
	}

	/**
	 * The word that is the n-th most frequent one.
	 */
	static String word(int n) {
		StringBuilder word = new StringBuilder(SYLLABLES[n % 20]).append(SYLLABLES[n / 20 % 20]);
		for (int rest = n / 400 + 1; rest > 0; rest /= 20) {
			word.append(SYLLABLES[rest % 20]);
		}
		return word.toString();
	}

	/**
	 * Fills the database, if it is not filled already.
	 * @throws IllegalStateException if it holds something else
	 */
	void fill() throws Exception {
		String there = Database.column(this.connection, "select count(*) from search_document").get(0);
		if (there.equals(String.valueOf(this.articles))) {
			return;
		}
		if (!Database.column(this.connection, "select count(*) from article").get(0).equals("0")) {
			throw new IllegalStateException("The data folder holds something else: delete it");
		}
		lists();
		triggers("disable");
		for (int first = 1; first <= this.articles; first += BATCH) {
			articles(first, Math.min(first + BATCH, this.articles + 1));
		}
		triggers("enable");
		say("articles");
		documents();
	}

	private void lists() throws SQLException, IOException {
		StringBuilder rows = new StringBuilder();
		for (int id = 1; id <= CATEGORIES; id++) {
			CopyRows.row(rows, id, "rubrik-" + id, "Rubrik " + this.words[500 + id], (id <= SECTIONS) ? "\\N" : section(id));
		}
		CopyRows.copy(this.connection, "category (id, slug, name, parent_id)", rows);
		for (int id = 1; id <= TAGS; id++) {
			CopyRows.row(rows, id, "tag-" + id, this.words[1000 + 5 * id] + " " + this.words[2000 + id]);
		}
		CopyRows.copy(this.connection, "tag (id, slug, name)", rows);
		for (int id = 1; id <= AUTHORS; id++) {
			CopyRows.row(rows, id, "penulis-" + id, this.words[3000 + id] + " " + this.words[9000 + id]);
		}
		CopyRows.copy(this.connection, "author (id, slug, name)", rows);
	}

	private static int section(int category) {
		return (category - SECTIONS - 1) % SECTIONS + 1;
	}

	private void triggers(String what) throws SQLException {
		for (String table : TABLES) {
			execute("alter table " + table + " " + what + " trigger user");
		}
	}

	private void articles(int first, int end) throws SQLException, IOException {
		StringBuilder articles = new StringBuilder();
		StringBuilder categories = new StringBuilder();
		StringBuilder tags = new StringBuilder();
		StringBuilder authors = new StringBuilder();
		StringBuilder listings = new StringBuilder();
		for (int id = first; id < end; id++) {
			Instant published = LATEST.minus(APART.multipliedBy(this.articles - id));
			CopyRows.row(articles, id, "a-" + id, text(TITLE), text(EXCERPT), text(TEXT), "PUBLISHED", true, published, published,
					published);
			CopyRows.row(listings, "site", 0, id, published);
			int category = 1 + this.random.nextInt(CATEGORIES);
			CopyRows.row(categories, id, 0, category);
			CopyRows.row(listings, "category", category, id, published);
			CopyRows.row(listings, "subtree", category, id, published);
			if (category > SECTIONS) {
				CopyRows.row(listings, "subtree", section(category), id, published);
			}
			int author = 1 + this.random.nextInt(AUTHORS);
			CopyRows.row(authors, id, 0, author);
			CopyRows.row(listings, "author", author, id, published);
			int position = 0;
			for (int tag : some(3)) {
				CopyRows.row(tags, id, position++, tag);
				CopyRows.row(listings, "tag", tag, id, published);
			}
		}
		CopyRows.copy(this.connection, "article (id, slug, title, excerpt, plain_text, status, visible, published_at, first_published_at, "
				+ "updated_at)", articles);
		CopyRows.copy(this.connection, "article_category (article_id, position, category_id)", categories);
		CopyRows.copy(this.connection, "article_tag (article_id, position, tag_id)", tags);
		CopyRows.copy(this.connection, "article_author (article_id, position, author_id)", authors);
		CopyRows.copy(this.connection, "article_listing (list, list_id, article_id, published_at)", listings);
	}

	private Set<Integer> some(int count) {
		Set<Integer> some = new LinkedHashSet<>();
		while (some.size() < count) {
			some.add(1 + rank(TAGS));
		}
		return some;
	}

	/** By Zipf's law: the n-th is chosen with a probability of about 1 / n. */
	private int rank(int all) {
		return (int) Math.pow(all, this.random.nextDouble()) - 1;
	}

	private String text(int some) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < some; i++) {
			text.append((i > 0) ? " " : "").append(this.words[rank(WORDS)]);
		}
		return text.toString();
	}

	/** As the migration makes them of what is there. */
	private void documents() throws Exception {
		execute("drop index search_document_words");
		execute("alter table search_document disable trigger user");
		ExecutorService both = Executors.newFixedThreadPool(2);
		try {
			Future<Object> one = both.submit(half(0, this.articles / 2));
			Future<Object> other = both.submit(half(this.articles / 2, this.articles));
			one.get();
			other.get();
		}
		finally {
			both.shutdown();
		}
		execute("alter table search_document enable trigger user");
		say("documents");
		execute("create index search_document_words on search_document using gin (document) with (fastupdate = off)");
		say("index");
		execute("""
				insert into search_word (word, articles)
				select search_vocabulary(document), count(*) from search_document group by 1""");
		execute("""
				insert into article_tally (list, list_id, delta)
				select list, list_id, count(*) from article_listing group by list, list_id""");
		execute("vacuum (analyze)");
		say("words, totals, statistics");
	}

	private Callable<Object> half(int from, int to) {
		return () -> {
			try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
				return statement.executeUpdate("""
						insert into search_document (article_id, published_at, document)
						select a.id, a.published_at, search_body(a) || search_filings(a)
						from article a where a.id > %d and a.id <= %d order by a.id""".formatted(from, to));
			}
		};
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static void say(String what) {
		System.err.println(what + " are there");
	}

}
