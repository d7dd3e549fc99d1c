package id.warta.viewcount;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

import id.warta.article.TopArticles;
import id.warta.category.Categories;
import id.warta.category.Category;
import id.warta.platform.Period;
import id.warta.site.SiteSettings;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Which articles are read most in a period, and which are taking off.
 */
@Component
class ViewTrends {

	/** A view's weight by the age of the middle of its bucket. */
	private static final String BY_AGE = """
			* power(2.0::float8, -greatest(extract(epoch from :now - v.bucket)::float8 - :half / 2, 0) / :halfLife)""";

	/** A view weighs half as much after a quarter of the period. */
	private static final int HALF_LIVES = 4;

	/** Among so many with most views are those that readers see. */
	private static final int CANDIDATES = 1000;

	private final DatabaseClient database;

	private final InstantSource clock;

	private final SiteSettings site;

	private final Categories categories;

	ViewTrends(DatabaseClient database, InstantSource clock, SiteSettings site, Categories categories) {
		this.categories = categories;
		this.database = database;
		this.clock = clock;
		this.site = site;
	}

	/**
	 * The articles with the highest score: the sum of the period's views, each of which
	 * weighs 2<sup>-age / half-life</sup>. The half-life is a quarter of the period; the
	 * age is that of the middle of the view's bucket, and not below 0. Ties go to the
	 * newer article.
	 * @param category the slug of the category that they are filed in, or below
	 */
	Flux<Long> trending(Period period, @Nullable String category) {
		return ids(period, category, period.length().dividedBy(HALF_LIVES));
	}

	/**
	 * The articles with most views of all time.
	 */
	Flux<Long> mostViewed() {
		return this.database.sql("""
				select a.id from article_views v join article a on a.id = v.article_id and a.visible
				order by v.total desc, v.article_id desc limit :limit""")
			.bind("limit", TopArticles.REMEMBERED)
			.map((row) -> Objects.requireNonNull(row.get("id", Long.class)))
			.all();
	}

	/**
	 * The articles with most views in the period; ties go to the newer article.
	 */
	Flux<Long> mostViewed(Period period) {
		return ids(period, null, null);
	}

	private Flux<Long> ids(Period period, @Nullable String category, @Nullable Duration halfLife) {
		Step step = Step.of(period);
		Instant now = this.clock.instant();
		Category filedIn = (category != null) ? this.categories.bySlug(category) : null;
		if (category != null && filedIn == null) {
			return Flux.empty();
		}
		String filed = (filedIn != null)
				? "join article_listing l on l.article_id = v.article_id and l.list = 'subtree' and l.list_id = :category"
				: "";
		DatabaseClient.GenericExecuteSpec select = this.database.sql("""
				select a.id from (
				    select v.article_id, sum(v.views%s) as score
				    from article_views_by_time v
				    %s
				    where v.step = :step and v.bucket > :from and v.bucket <= :now
				    group by v.article_id
				    order by score desc limit :candidates) s
				join article a on a.id = s.article_id and a.visible
				order by s.score desc, a.published_at desc, a.id desc
				limit :limit""".formatted((halfLife != null) ? BY_AGE : "", filed))
			.bind("step", step.name())
			.bind("now", now)
			.bind("from", step.floor(now.minus(period.length()), this.site.current().zone()))
			.bind("candidates", CANDIDATES)
			.bind("limit", TopArticles.REMEMBERED);
		if (halfLife != null) {
			select = select.bind("half", step.seconds()).bind("halfLife", halfLife.toSeconds());
		}
		return ((filedIn != null) ? select.bind("category", filedIn.id()) : select)
			.map((row) -> Objects.requireNonNull(row.get("id", Long.class)))
			.all();
	}

}
