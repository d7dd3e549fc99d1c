package id.warta.viewcount;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.InvalidInputException;
import id.warta.site.SiteSettings;
import org.dataloader.DataLoader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads how often things were read: one statement for all articles of an answer, one for
 * all of its categories, and one for the site, of each of the ways to break views down.
 */
@Component
class ViewStatistics {

	private static final String LOADER = "viewStatistics";

	/** How many numbers are read at once. */
	private static final int MOST = 20_000;

	/** How many statements of an answer are under way at once. */
	private static final int STATEMENTS = 2;

	private final DatabaseClient database;

	private final SiteSettings site;

	ViewStatistics(DatabaseClient database, SiteSettings site, BatchLoaderRegistry loaders) {
		this.database = database;
		this.site = site;
		loaders.<Key, Map<Object, Long>>forName(LOADER).registerMappedBatchLoader((keys, environment) -> load(keys));
	}

	/**
	 * What views are broken down by.
	 */
	enum By {

		/** Days, as {@link LocalDate}s. */
		DAY("(v.bucket at time zone :zone)::date", LocalDate.class, 1),

		/** Hours, as {@link Instant}s when they begin. */
		HOUR("v.bucket", Instant.class, 24),

		/** The names of {@link ViewSource}s. */
		SOURCE("v.source", String.class, 1);

		private final String column;

		private final Class<?> type;

		private final int perDay;

		By(String column, Class<?> type, int perDay) {
			this.column = column;
			this.type = type;
			this.perDay = perDay;
		}

	}

	private record Key(ViewStats stats, By by) {

		Group group() {
			return new Group(this.stats.scope(), this.stats.from(), this.stats.to(), this.by);
		}

		long size() {
			return this.stats.days().count() * this.by.perDay;
		}

	}

	private record Group(ViewStats.Scope scope, LocalDate from, LocalDate to, By by) {

		Key key(long id) {
			return new Key(new ViewStats(this.scope, id, this.from, this.to), this.by);
		}

	}

	/**
	 * The views of each day, hour or source that has any.
	 */
	CompletableFuture<Map<Object, Long>> views(ViewStats stats, By by, DataFetchingEnvironment environment) {
		DataLoader<Key, Map<Object, Long>> loader = Objects.requireNonNull(environment.getDataLoader(LOADER));
		return loader.load(new Key(stats, by));
	}

	private Mono<Map<Key, Map<Object, Long>>> load(Collection<Key> keys) {
		if (keys.stream().mapToLong(Key::size).sum() > MOST) {
			return Mono.error(InvalidInputException.badArgument("to",
					"These are more than " + MOST + " numbers: ask for fewer days, or of fewer"));
		}
		Map<Group, List<Long>> groups = keys.stream()
			.collect(Collectors.groupingBy(Key::group,
					Collectors.mapping((key) -> key.stats().id(), Collectors.toList())));
		return Flux.fromIterable(groups.entrySet())
			.flatMap((group) -> rows(group.getKey(), group.getValue()), STATEMENTS)
			.collect(Collectors.groupingBy(Row::key, Collectors.toMap(Row::part, Row::views)))
			.map((found) -> keys.stream()
				.collect(Collectors.toMap(Function.identity(), (key) -> found.getOrDefault(key, Map.of()))));
	}

	private record Row(Key key, Object part, long views) {

	}

	private Flux<Row> rows(Group group, List<Long> ids) {
		ZoneId zone = this.site.current().zone();
		String what = switch (group.scope()) {
			case SITE -> "from %s v where 0 = any(:ids)";
			case CATEGORY -> "from article_listing l join %s v on v.article_id = l.article_id"
					+ " where l.list = 'subtree' and l.list_id = any(:ids)";
			case ARTICLE -> "from %s v where v.article_id = any(:ids)";
		};
		String id = switch (group.scope()) {
			case SITE -> "0::bigint";
			case CATEGORY -> "l.list_id";
			case ARTICLE -> "v.article_id";
		};
		boolean bySource = group.by() == By.SOURCE;
		DatabaseClient.GenericExecuteSpec select = this.database
			.sql("select " + id + " as id, " + group.by().column + " as part, sum(v.views)::bigint as views "
					+ what.formatted(bySource ? "article_views_by_source" : "article_views_by_time")
					+ (bySource ? " and v.day between :from and :to"
							: " and v.step = :step and v.bucket >= :from and v.bucket < :until")
					+ " group by 1, 2")
			.bind("ids", ids.toArray(Long[]::new));
		if (bySource) {
			select = select.bind("from", group.from()).bind("to", group.to());
		}
		else {
			select = select.bind("step", (group.by() == By.DAY) ? Step.DAY.name() : Step.HOUR.name())
				.bind("from", group.from().atStartOfDay(zone).toInstant())
				.bind("until", group.to().plusDays(1).atStartOfDay(zone).toInstant());
			select = (group.by() == By.DAY) ? select.bind("zone", zone.getId()) : select;
		}
		return select
			.map((row) -> new Row(group.key(Objects.requireNonNull(row.get("id", Long.class))),
					Objects.requireNonNull(row.get("part", group.by().type)),
					Objects.requireNonNull(row.get("views", Long.class))))
			.all();
	}

}
