package id.warta.viewcount;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.category.Category;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import id.warta.site.SiteSettings;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ViewStatsController {

	private static final Duration HOUR = Duration.ofHours(1);

	private final ViewStatistics statistics;

	private final SiteSettings site;

	private final InstantSource clock;

	ViewStatsController(ViewStatistics statistics, SiteSettings site, InstantSource clock) {
		this.statistics = statistics;
		this.site = site;
		this.clock = clock;
	}

	@QueryMapping
	ViewStats viewStats(@Argument LocalDate from, @Argument LocalDate to, DataFetchingEnvironment environment) {
		Viewer.of(environment).require(Permission.READ_STATISTICS);
		return new ViewStats(ViewStats.Scope.SITE, 0, from, to);
	}

	@SchemaMapping
	ViewStats viewStats(Article article, @Argument LocalDate from, @Argument LocalDate to,
			DataFetchingEnvironment environment) {
		Viewer.of(environment).require(Permission.READ_STATISTICS);
		return new ViewStats(ViewStats.Scope.ARTICLE, article.id(), from, to);
	}

	@SchemaMapping
	ViewStats viewStats(Category category, @Argument LocalDate from, @Argument LocalDate to,
			DataFetchingEnvironment environment) {
		Viewer.of(environment).require(Permission.READ_STATISTICS);
		return new ViewStats(ViewStats.Scope.CATEGORY, category.id(), from, to);
	}

	@SchemaMapping
	CompletableFuture<Long> total(ViewStats stats, DataFetchingEnvironment environment) {
		return this.statistics.views(stats, ViewStatistics.By.DAY, environment)
			.thenApply((views) -> views.values().stream().mapToLong(Long::longValue).sum());
	}

	@SchemaMapping
	CompletableFuture<List<ViewsOfDay>> byDay(ViewStats stats, DataFetchingEnvironment environment) {
		return this.statistics.views(stats, ViewStatistics.By.DAY, environment)
			.thenApply((views) -> stats.days().map((day) -> new ViewsOfDay(day, views.getOrDefault(day, 0L))).toList());
	}

	@SchemaMapping
	CompletableFuture<List<ViewsOfHour>> byHour(ViewStats stats, DataFetchingEnvironment environment) {
		ZoneId zone = this.site.current().zone();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), zone);
		if (stats.from().isBefore(today.minusDays(ViewStats.DAYS_WITH_HOURS))) {
			throw InvalidInputException.badArgument("from", "'from' is more than " + ViewStats.DAYS_WITH_HOURS
					+ " days ago, and hours are not kept for longer");
		}
		return this.statistics.views(stats, ViewStatistics.By.HOUR, environment)
			.thenApply((views) -> hours(stats, zone).map((hour) -> new ViewsOfHour(hour, views.getOrDefault(hour, 0L)))
				.toList());
	}

	private static Stream<Instant> hours(ViewStats stats, ZoneId zone) {
		Instant from = stats.from().atStartOfDay(zone).toInstant();
		Instant until = stats.to().plusDays(1).atStartOfDay(zone).toInstant();
		Instant first = Step.HOUR.floor(from.plus(HOUR).minusNanos(1), zone);
		return Stream.iterate(first, (hour) -> hour.isBefore(until), (hour) -> hour.plus(HOUR));
	}

	@SchemaMapping
	CompletableFuture<List<ViewsOfSource>> bySource(ViewStats stats, DataFetchingEnvironment environment) {
		return this.statistics.views(stats, ViewStatistics.By.SOURCE, environment)
			.thenApply((views) -> Stream.of(ViewSource.values())
				.map((source) -> new ViewsOfSource(source, views.getOrDefault(source.name(), 0L)))
				.toList());
	}

}
