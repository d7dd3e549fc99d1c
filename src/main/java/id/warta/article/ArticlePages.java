package id.warta.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.warta.article.ArticleFilter.Listed;
import id.warta.article.ArticleList.Kind;
import id.warta.platform.Connection;
import id.warta.platform.Keyset;
import id.warta.platform.Total;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;

/**
 * Reads pages of lists of articles: one statement for a page, or for the same page of
 * many lists, and one more for their totals if these are asked for.
 */
@Component
class ArticlePages {

	private final DatabaseClient database;

	private final ArticleRows rows;

	ArticlePages(DatabaseClient database, ArticleRows rows) {
		this.database = database;
		this.rows = rows;
	}

	/**
	 * A page of the articles of the site, or of the list that the filter names.
	 */
	Mono<Connection<Article>> page(ArticlePageRequest request) {
		Listed list = request.filter().list();
		String from = (list != null) ? listed("'" + list.kind().column() + "'", list.id()) : "article a";
		Keyset keyset = keyset(request, list != null);
		Mono<Connection<Article>> page = keyset
			.bind(bindFilter(this.database.sql("""
					select %s from %s where a.visible and %s%s""".formatted(this.rows.columns(request.fields()), from,
					request.filter().condition(), keyset.sql())), request.filter()))
			.map((row) -> this.rows.map(row, request.fields()))
			.all()
			.collectList()
			.map((articles) -> Connection.of(articles, request.page(), request.order()::cursor));
		return request.total() ? Mono.zip(page, total(request), Connection::withTotal) : page;
	}

	/**
	 * The same page of many lists of one kind.
	 * @return a page for each of the ids
	 */
	Mono<Map<Long, Connection<Article>>> pages(Kind kind, Collection<Long> ids, ArticlePageRequest request) {
		Keyset keyset = keyset(request, true);
		String sql = """
				select k.id as list_id, p.* from unnest(:ids) as k(id) cross join lateral (
				    select %s from %s where a.visible and %s%s) p""".formatted(this.rows.columns(request.fields()),
				listed(":kind", "k.id"), request.filter().condition(), keyset.sql());
		Mono<Map<Long, Connection<Article>>> pages = keyset.bind(bindFilter(this.database.sql(sql), request.filter()))
			.bind("kind", kind.column())
			.bind("ids", ids.toArray(Long[]::new))
			.map((row) -> Map.entry(Objects.requireNonNull(row.get("list_id", Long.class)),
					this.rows.map(row, request.fields())))
			.all()
			.collectList()
			.map((found) -> connections(ids, found, request));
		return request.total() ? Mono.zip(pages, totals(kind, ids, request), ArticlePages::withTotals) : pages;
	}

	private static String listed(String kind, String id) {
		return "article_listing l join article a on a.id = l.article_id and l.list = %s and l.list_id = %s"
			.formatted(kind, id);
	}

	private static Keyset keyset(ArticlePageRequest request, boolean listed) {
		ArticleOrder order = request.order();
		return (listed && order.byPublication())
				? new Keyset(request.page(), "l.published_at", "l.article_id", order.descending())
				: new Keyset(request.page(), "a." + order.column(), "a.id", order.descending());
	}

	private static GenericExecuteSpec bindFilter(GenericExecuteSpec statement, ArticleFilter filter) {
		return statement.bindValues(filter.bindings());
	}

	private static Map<Long, Connection<Article>> connections(Collection<Long> ids,
			List<Map.Entry<Long, Article>> found, ArticlePageRequest request) {
		Map<Long, List<Article>> byList = found.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(ArrayList::new))));
		return ids.stream()
			.distinct()
			.collect(Collectors.toMap(Function.identity(), (id) -> Connection.of(byList.getOrDefault(id, List.of()),
					request.page(), request.order()::cursor)));
	}

	private Mono<Total> total(ArticlePageRequest request) {
		ArticleFilter filter = request.filter();
		Listed list = filter.list();
		if (filter.isList()) {
			return bindFilter(this.database.sql("""
					select coalesce(sum(delta), 0)::bigint as total from article_tally
					where list = :kind and list_id = %s""".formatted((list != null) ? list.id() : "0")), filter)
				.bind("kind", ((list != null) ? list.kind() : Kind.SITE).column())
				.mapValue(Long.class)
				.one()
				.map((count) -> new Total(count, true));
		}
		String from = (list != null) ? listed("'" + list.kind().column() + "'", list.id()) : "article a";
		return bindFilter(this.database.sql("""
				select count(*) as total from (select from %s where a.visible and %s limit :bound) counted"""
			.formatted(from, filter.condition())), filter).bind("bound", Total.BOUND + 1)
			.mapValue(Long.class)
			.one()
			.map(Total::bounded);
	}

	private Mono<Map<Long, Total>> totals(Kind kind, Collection<Long> ids, ArticlePageRequest request) {
		if (request.filter().isList()) {
			return tallies(kind, ids).map((tallies) -> tallies.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (tally) -> new Total(tally.getValue(), true))));
		}
		String sql = """
				select k.id as list_id, c.total from unnest(:ids) as k(id) cross join lateral (
				    select count(*) as total from (
				        select from %s where a.visible and %s limit :bound) counted) c"""
			.formatted(listed(":kind", "k.id"), request.filter().condition());
		return counts(bindFilter(this.database.sql(sql), request.filter()).bind("bound", Total.BOUND + 1), kind, ids)
			.map((counts) -> counts.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (count) -> Total.bounded(count.getValue()))));
	}

	/**
	 * How many articles lists have, from the kept tallies; those that have none are
	 * missing.
	 */
	Mono<Map<Long, Long>> tallies(Kind kind, Collection<Long> ids) {
		return counts(this.database.sql("""
				select list_id, sum(delta)::bigint as total from article_tally
				where list = :kind and list_id = any(:ids) group by list_id"""), kind, ids);
	}

	private static Mono<Map<Long, Long>> counts(GenericExecuteSpec statement, Kind kind, Collection<Long> ids) {
		return statement.bind("kind", kind.column())
			.bind("ids", ids.toArray(Long[]::new))
			.map((row) -> Map.entry(Objects.requireNonNull(row.get("list_id", Long.class)),
					Objects.requireNonNull(row.get("total", Long.class))))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private static Map<Long, Connection<Article>> withTotals(Map<Long, Connection<Article>> pages,
			Map<Long, Total> totals) {
		Total none = new Total(0, true);
		return pages.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(page) -> page.getValue().withTotal(totals.getOrDefault(page.getKey(), none))));
	}

}
