package id.warta.viewcount;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

import id.warta.article.TopArticles;
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

	/** Views weigh nothing less for their age. */
	private static final Duration NEVER = Duration.ofDays(1_000_000);

	/** A view weighs half as much after a quarter of the period. */
	private static final int HALF_LIVES = 4;

	private final DatabaseClient database;

	private final InstantSource clock;

	private final SiteSettings site;

	ViewTrends(DatabaseClient database, InstantSource clock, SiteSettings site) {
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
		return ids(period, null, NEVER);
	}

	private Flux<Long> ids(Period period, @Nullable String category, Duration halfLife) {
		Step step = Step.of(period);
		Instant now = this.clock.instant();
		String filed = (category != null) ? """
				join category c on c.slug = :category
				join article_listing l on l.article_id = a.id and l.list = 'subtree' and l.list_id = c.id""" : "";
		DatabaseClient.GenericExecuteSpec select = this.database.sql("""
				select a.id from (
				    select article_id, sum(views * power(2.0::float8,
				            -greatest(extract(epoch from :now - bucket)::float8 - :half / 2, 0) / :halfLife)) as score
				    from article_views_by_time
				    where step = :step and bucket > :from and bucket <= :now
				    group by article_id) s
				join article a on a.id = s.article_id and a.visible
				%s
				order by s.score desc, a.published_at desc, a.id desc
				limit :limit""".formatted(filed))
			.bind("step", step.name())
			.bind("now", now)
			.bind("from", step.floor(now.minus(period.length()), this.site.current().zone()))
			.bind("half", step.seconds())
			.bind("halfLife", halfLife.toSeconds())
			.bind("limit", TopArticles.REMEMBERED);
		return ((category != null) ? select.bind("category", category) : select)
			.map((row) -> Objects.requireNonNull(row.get("id", Long.class)))
			.all();
	}

}
