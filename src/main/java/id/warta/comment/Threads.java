package id.warta.comment;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.TopArticles;
import id.warta.platform.Connection;
import id.warta.platform.Node;
import id.warta.platform.NodeLoader;
import id.warta.platform.Period;
import id.warta.platform.Total;
import org.dataloader.DataLoader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads threads of comments page by page: one statement a level of the tree, however many
 * comments stand on it, and one more for totals if these are asked for.
 */
@Component
class Threads implements NodeLoader {

	private static final String LOADER = "comments";

	private final DatabaseClient database;

	private final InstantSource clock;

	Threads(DatabaseClient database, InstantSource clock, BatchLoaderRegistry loaders) {
		this.database = database;
		this.clock = clock;
		loaders.<Key, Connection<Comment>>forName(LOADER).registerMappedBatchLoader((keys, environment) -> load(keys));
	}

	/**
	 * What comments stand below.
	 */
	enum Parent {

		ARTICLE("c.article_id = k.id and c.parent_id is null"), COMMENT("c.parent_id = k.id");

		private final String condition;

		Parent(String condition) {
			this.condition = condition;
		}

	}

	private record Key(long parentId, Shape shape) {

	}

	private record Shape(Parent parent, CommentPageRequest request) {

	}

	CompletableFuture<Connection<Comment>> below(Parent parent, long id, CommentOrder order,
			DataFetchingEnvironment environment) {
		DataLoader<Key, Connection<Comment>> loader = Objects.requireNonNull(environment.getDataLoader(LOADER));
		return loader.load(new Key(id, new Shape(parent, CommentPageRequest.of(environment, order))));
	}

	private Mono<Map<Key, Connection<Comment>>> load(Collection<Key> keys) {
		return Flux.fromIterable(keys)
			.groupBy(Key::shape, Key::parentId)
			.flatMap((group) -> group.collectList().flatMapMany((ids) -> pages(ids, group.key())))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private Flux<Map.Entry<Key, Connection<Comment>>> pages(List<Long> ids, Shape shape) {
		Mono<Map<Long, Total>> totals = shape.request().total() ? totals(ids, shape.parent()) : Mono.just(Map.of());
		return Mono.zip(rows(ids, shape), totals)
			.flatMapIterable((read) -> ids.stream()
				.map((id) -> Map.entry(new Key(id, shape), page(id, shape.request(), read.getT1(), read.getT2())))
				.toList());
	}

	private static Connection<Comment> page(long id, CommentPageRequest request, Map<Long, List<Comment>> rows,
			Map<Long, Total> totals) {
		Connection<Comment> page = Connection.of(rows.getOrDefault(id, List.of()), request.page(), request::cursor);
		Total total = totals.get(id);
		return (total != null) ? page.withTotal(total) : page;
	}

	private Mono<Map<Long, List<Comment>>> rows(List<Long> ids, Shape shape) {
		boolean replyCount = shape.request().replyCount();
		return shape.request()
			.keyset()
			.bind(this.database.sql("""
					select k.id as k_id, p.* from unnest(:ids) as k(id) cross join lateral (
					    select %s from comment c where c.status = 'APPROVED' and %s%s) p"""
				.formatted(CommentRows.columns(replyCount), shape.parent().condition, shape.request().keyset().sql())))
			.bind("ids", ids.toArray(Long[]::new))
			.map((row) -> Map.entry(Objects.requireNonNull(row.get("k_id", Long.class)),
					CommentRows.map(row, replyCount)))
			.all()
			.collectList()
			.map((found) -> found.stream()
				.collect(Collectors.groupingBy(Map.Entry::getKey,
						Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
	}

	private Mono<Map<Long, Total>> totals(List<Long> ids, Parent parent) {
		return this.database
			.sql("""
					select k.id, t.total from unnest(:ids) as k(id) cross join lateral (
					    select count(*) as total from (
					        select from comment c where c.status = 'APPROVED' and %s limit :bound) counted) t"""
				.formatted(parent.condition))
			.bind("ids", ids.toArray(Long[]::new))
			.bind("bound", Total.BOUND + 1)
			.map((row) -> Map.entry(Objects.requireNonNull(row.get("id", Long.class)),
					Objects.requireNonNull(row.get("total", Long.class))))
			.all()
			.collectMap(Map.Entry::getKey, (entry) -> Total.bounded(entry.getValue()));
	}

	/**
	 * How many approved comments articles have, replies included.
	 * @return a number for each of the ids
	 */
	Mono<Map<Long, Long>> counts(Collection<Long> articleIds) {
		return this.database.sql("""
				select article_id, count(*) as count from comment
				where status = 'APPROVED' and article_id = any(:ids) group by article_id""")
			.bind("ids", articleIds.toArray(Long[]::new))
			.map((row) -> Map.entry(Objects.requireNonNull(row.get("article_id", Long.class)),
					Objects.requireNonNull(row.get("count", Long.class))))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.map((counts) -> articleIds.stream()
				.distinct()
				.collect(Collectors.toMap(Function.identity(), (id) -> counts.getOrDefault(id, 0L))));
	}

	/**
	 * The articles with most approved comments written in a period; ties go to the newer
	 * article.
	 */
	Flux<Long> mostCommented(Period period) {
		return this.database.sql("""
				select a.id from (
				    select article_id, count(*) as comments from comment
				    where status = 'APPROVED' and created_at > :from group by article_id) c
				join article a on a.id = c.article_id and a.visible
				order by c.comments desc, a.published_at desc, a.id desc
				limit :limit""")
			.bind("from", this.clock.instant().minus(period.length()))
			.bind("limit", TopArticles.REMEMBERED)
			.map((row) -> Objects.requireNonNull(row.get("id", Long.class)))
			.all();
	}

	/**
	 * Approved comments on visible articles; others are missing.
	 */
	private Mono<Map<Long, Comment>> byIds(Collection<Long> ids) {
		return this.database.sql("""
				select %s from comment c join article a on a.id = c.article_id and a.visible
				where c.id = any(:ids) and c.status = 'APPROVED'""".formatted(CommentRows.columns(true)))
			.bind("ids", ids.toArray(Long[]::new))
			.map((row) -> CommentRows.map(row, true))
			.all()
			.collectMap(Comment::id);
	}

	/**
	 * An approved comment on a visible article; empty if it is no such.
	 */
	Mono<Comment> byId(long id) {
		return byIds(List.of(id)).mapNotNull((found) -> found.get(id));
	}

	@Override
	public String type() {
		return CommentEvents.SUBJECT;
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return byIds(ids).map(Map::copyOf);
	}

}
