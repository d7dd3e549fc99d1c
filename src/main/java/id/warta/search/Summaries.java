package id.warta.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

import id.warta.platform.Rows;
import id.warta.platform.Total;
import id.warta.search.SearchFacets.AuthorFacet;
import id.warta.search.SearchFacets.CategoryFacet;
import id.warta.search.SearchFacets.MonthFacet;
import id.warta.search.SearchFacets.TagFacet;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Counts the candidates of a search, all and by what they are filed under, in one
 * statement.
 */
@Component
class Summaries {

	/** How many of each facet. */
	private static final int FACETS = 20;

	private static final String TOTAL = "total";

	private static final String MONTH = "month";

	private final DatabaseClient database;

	private final Terms terms;

	Summaries(DatabaseClient database, Terms terms) {
		this.database = database;
		this.terms = terms;
	}

	private record Counted(String facet, @Nullable Long id, @Nullable LocalDate month, long count) {

		static Counted of(Readable row) {
			return new Counted(Rows.required(row, "facet", String.class), row.get("id", Long.class),
					row.get("month", LocalDate.class), Rows.required(row, "count", Long.class));
		}

	}

	Mono<SearchSummary> summary(SearchRequest request) {
		SearchCandidates candidates = SearchCandidates.newest(request.text(), request.filter(),
				SearchCandidates.BOUND + 1);
		boolean facets = request.selects("facets");
		Map<String, Object> parameters = new HashMap<>(candidates.parameters());
		if (facets) {
			parameters
				.putAll(Map.of("zone", this.terms.zone().getId(), "facets", FACETS, "bound", SearchCandidates.BOUND));
		}
		return this.database.sql("with %s\n%s".formatted(candidates.sql(), facets ? FACETED : COUNTED))
			.bindValues(parameters)
			.map(Counted::of)
			.all()
			.collectList()
			.map(this::summary);
	}

	private static final String COUNTED = "select 'total' as facet, null::bigint as id, null::date as month, count(*) from found";

	private static final String FACETED = """
			, candidates as (
			    select * from found order by published_at desc, article_id desc limit :bound),
			counted as (
			    select l.list as facet, l.list_id as id, null::date as month, count(*) as count
			    from candidates c join article_listing l on l.article_id = c.article_id
			    and l.list in ('subtree', 'tag', 'author')
			    group by 1, 2
			    union all
			    select 'month', null, date_trunc('month', published_at at time zone :zone)::date, count(*)
			    from candidates group by 3)
			%s
			union all
			(select facet, id, month, count from (
			    select *, row_number() over (partition by facet order by count desc, month desc, id) as place from counted) c
			where place <= :facets order by facet, place)"""
		.formatted(COUNTED);

	private SearchSummary summary(List<Counted> counted) {
		long found = counted.stream().filter((row) -> row.facet().equals(TOTAL)).mapToLong(Counted::count).sum();
		Total total = new Total(Math.min(found, SearchCandidates.BOUND), found <= SearchCandidates.BOUND);
		return new SearchSummary(total,
				new SearchFacets(facets(counted, "subtree", this.terms.categories()::byId, CategoryFacet::new),
						facets(counted, "tag", this.terms.tags()::byId, TagFacet::new),
						facets(counted, "author", this.terms.authors()::byId, AuthorFacet::new), months(counted)));
	}

	private static <T, F> List<F> facets(List<Counted> counted, String facet, LongFunction<@Nullable T> byId,
			BiFunction<T, Long, F> of) {
		return counted.stream().filter((row) -> row.facet().equals(facet)).map((row) -> {
			T term = byId.apply(Objects.requireNonNull(row.id()));
			return (term != null) ? of.apply(term, row.count()) : null;
		}).filter(Objects::nonNull).toList();
	}

	private List<MonthFacet> months(List<Counted> counted) {
		return counted.stream()
			.filter((row) -> row.facet().equals(MONTH))
			.map((row) -> month(Objects.requireNonNull(row.month()), row.count()))
			.toList();
	}

	private MonthFacet month(LocalDate date, long count) {
		return new MonthFacet(date, start(date), start(date.plusMonths(1)), count);
	}

	private Instant start(LocalDate date) {
		return date.atStartOfDay(this.terms.zone()).toInstant();
	}

}
