package id.warta;

import java.util.Arrays;
import java.util.Map;

import id.warta.eventlog.Replicas;
import io.r2dbc.spi.R2dbcTransientException;
import org.jspecify.annotations.Nullable;
import reactor.util.retry.Retry;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Content that tests write by plain SQL, past the application.
 */
@TestComponent
public class TestContent {

	private static final int DEADLOCKS = 10;

	private final DatabaseClient database;

	private final Replicas replicas;

	TestContent(DatabaseClient database, Replicas replicas) {
		this.database = database;
		this.replicas = replicas;
	}

	/**
	 * Empties every table that holds content, with those that refer to them: the slugs
	 * they had, revisions, links, live blogs, and the staff, who have bylines.
	 * Applications of other tests may read them meanwhile, in another order: then one of
	 * both has to begin again.
	 */
	public void clear() {
		this.database
			.sql("""
					truncate article, article_listing, article_tally, author, category, tag, media, page, menu, placement,
					    social_profile, redirect, comment, comment_ban, article_views, imported, translation_group, search_word,
					    search_word_change restart identity cascade""")
			.then()
			.retryWhen(Retry.max(DEADLOCKS).filter(TestContent::isDeadlock))
			.block();
		run("update site set title = default, tagline = default, url = default, locale = default, time_zone = default");
		run("delete from comment_settings");
		run("insert into comment_settings default values");
	}

	private static boolean isDeadlock(Throwable ex) {
		return ex.getCause() instanceof R2dbcTransientException;
	}

	/**
	 * Runs a statement.
	 */
	public void run(String sql) {
		run(sql, Map.of());
	}

	/**
	 * Runs a statement with parameters.
	 */
	public void run(String sql, Map<String, @Nullable Object> parameters) {
		this.database.sql(sql).bindValues(parameters).fetch().rowsUpdated().block();
	}

	/**
	 * The first column of the first row, as text.
	 */
	public @Nullable String one(String sql) {
		return this.database.sql(sql).map((row) -> String.valueOf(row.get(0))).first().block();
	}

	/**
	 * Publishes an article of which only the slug matters, an hour after the one before.
	 * @param categories the slugs of its categories
	 */
	public long article(String slug, String... categories) {
		run("""
				insert into article (slug, title, status, published_at)
				values (:slug, 'Title of ' || :slug, 'PUBLISHED',
				    timestamptz '2025-08-03T00:00:00Z' + (select count(*) from article) * interval '1 hour')""",
				Map.of("slug", slug));
		long id = id("article", slug);
		for (String category : categories) {
			run("insert into article_category values (:article, :position, :category)", Map.of("article", id,
					"position", Arrays.asList(categories).indexOf(category), "category", id("category", category)));
		}
		return id;
	}

	/**
	 * The id of what has a slug.
	 */
	public long id(String table, String slug) {
		return Long.parseLong(String.valueOf(one("select id from " + table + " where slug = '" + slug + "'")));
	}

	/**
	 * Makes the node see what was written to what it holds in memory.
	 */
	public void changed() {
		this.replicas.start();
		searchable();
	}

	/**
	 * Makes what was written found by searches.
	 */
	public void searchable() {
		while (!"0".equals(one("""
				select search_catch_up(100) + (select count(*) from search_pending)
				    + (select count(*) from search_word_change)"""))) {
			// there is more, or a node is just at it
		}
	}

}
