package id.warta.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import id.warta.platform.InvalidInputException;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Counts articles by day or month, in the site's time zone.
 */
@Component
class Archive {

	private static final int MAX_PERIODS = 1000;

	private final DatabaseClient database;

	Archive(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The days to count.
	 *
	 * @param from the first one, or null
	 * @param to the one after the last, or null
	 */
	record Span(@Nullable LocalDate from, @Nullable LocalDate to) {

	}

	/**
	 * The periods that have articles, the newest first.
	 * @param unit how long a period is
	 * @param category the slug of the category to count in, with what is below it; null
	 * for the whole site
	 * @param span the days to count
	 * @param first how many periods, 1 to 1,000
	 */
	Mono<List<ArchivePeriod>> periods(ArchiveUnit unit, @Nullable String category, Span span, int first) {
		if (first < 1 || first > MAX_PERIODS) {
			throw InvalidInputException.badArgument("first", "'first' must be between 1 and " + MAX_PERIODS);
		}
		return this.database
			.sql("""
					select date::date, date at time zone zone as starts_at,
					    (date + ('1 ' || :unit)::interval) at time zone zone as ends_at, count
					from (
					    select date_trunc(:unit, l.published_at at time zone s.time_zone) as date, s.time_zone as zone,
					        count(*) as count
					    from site s, article_listing l
					    where l.list = :list and l.list_id = %s
					    and (:from::date is null or l.published_at >= :from::date::timestamp at time zone s.time_zone)
					    and (:to::date is null or l.published_at < :to::date::timestamp at time zone s.time_zone)
					    group by 1, 2 order by 1 desc limit :first) periods
					order by date desc"""
				.formatted((category != null) ? "(select id from category where slug = :category)" : "0"))
			.bindValues((category != null) ? java.util.Map.of("category", category) : java.util.Map.of())
			.bind("list", ((category != null) ? ArticleList.Kind.SUBTREE : ArticleList.Kind.SITE).column())
			.bind("unit", unit.name().toLowerCase(Locale.ROOT))
			.bind("from", Parameters.in(R2dbcType.DATE, span.from()))
			.bind("to", Parameters.in(R2dbcType.DATE, span.to()))
			.bind("first", first)
			.map(Archive::period)
			.all()
			.collectList();
	}

	private static ArchivePeriod period(Readable row) {
		return new ArchivePeriod(Objects.requireNonNull(row.get("date", LocalDate.class)),
				Objects.requireNonNull(row.get("starts_at", java.time.Instant.class)),
				Objects.requireNonNull(row.get("ends_at", java.time.Instant.class)),
				Objects.requireNonNull(row.get("count", Long.class)));
	}

}
