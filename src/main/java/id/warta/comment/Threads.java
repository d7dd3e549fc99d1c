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
import id.warta.platform.Rows;
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
public class Threads implements NodeLoader {

	private static final String LOADER = "comments";

	private final DatabaseClient database;

	private final CommentSecrets secrets;

	private final InstantSource clock;

	Threads(DatabaseClient database, CommentSecrets secrets, InstantSource clock, BatchLoaderRegistry loaders) {
		this.database = database;
		this.secrets = secrets;
		this.clock = clock;
		loaders.<Key, Connection<Comment>>forName(LOADER).registerMappedBatchLoader((keys, environment) -> load(keys));
	}

	/**
	 * What comments stand below.
	 */
	enum Parent {

		ARTICLE("c.article_id = k.id and c.parent_id is null",
				"select article_id as id, threads as total from article_comments where article_id = any(:ids)"),
		COMMENT("c.parent_id = k.id", "select id, reply_count::bigint as total from comment where id = any(:ids)");

		private final String condition;

		private final String totals;

		Parent(String condition, String totals) {
			this.condition = condition;
			this.totals = totals;
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
		Mono<Map<Long, Long>> totals = shape.request().total() ? numbers(shape.parent().totals, ids)
				: Mono.just(Map.of());
		return Mono.zip(rows(ids, shape), totals)
			.flatMapIterable((read) -> ids.stream()
				.map((id) -> Map.entry(new Key(id, shape), page(id, shape.request(), read.getT1(), read.getT2())))
				.toList());
	}

	private static Connection<Comment> page(long id, CommentPageRequest request, Map<Long, List<Comment>> rows,
			Map<Long, Long> totals) {
		CommentKeyset keyset = request.keyset();
		Connection<Comment> page = Connection.of(rows.getOrDefault(id, List.of()), keyset.page(),
				keyset.order()::cursor);
		return request.total() ? page.withTotal(new Total(totals.getOrDefault(id, 0L), true)) : page;
	}

	private Mono<Map<Long, List<Comment>>> rows(List<Long> ids, Shape shape) {
		return this.secrets.avatars(shape.request().avatar())
			.flatMap((avatars) -> shape.request()
				.keyset()
				.bind(this.database.sql("""
						select k.id as k_id, p.* from unnest(:ids) as k(id) cross join lateral (
						    select %s from comment c where c.listed and %s%s) p""".formatted(CommentRows.COLUMNS,
						shape.parent().condition, shape.request().keyset().sql())))
				.bind("ids", ids.toArray(Long[]::new))
				.map((row) -> Map.entry(Rows.required(row, "k_id", Long.class), CommentRows.map(row, avatars)))
				.all()
				.collectList())
			.map((found) -> found.stream()
				.collect(Collectors.groupingBy(Map.Entry::getKey,
						Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
	}

	private Mono<Map<Long, Long>> numbers(String sql, Collection<Long> ids) {
		return this.database.sql(sql)
			.bind("ids", ids.toArray(Long[]::new))
			.map((row) -> Map.entry(Rows.required(row, "id", Long.class), Rows.required(row, "total", Long.class)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/**
	 * The comments below articles that moderators recommend, those pinned first first.
	 */
	Mono<Map<Long, List<Comment>>> pinned(Collection<Long> articleIds) {
		return this.secrets.avatars(true)
			.flatMap((avatars) -> this.database.sql("""
					select %s from comment c
					where c.article_id = any(:ids) and c.pinned_at is not null and c.status = 'APPROVED'
					order by c.pinned_at, c.id""".formatted(CommentRows.COLUMNS))
				.bind("ids", articleIds.toArray(Long[]::new))
				.map((row) -> CommentRows.map(row, avatars))
				.all()
				.collectList())
			.map((found) -> found.stream().collect(Collectors.groupingBy(Comment::articleId)));
	}

	/**
	 * How many approved comments articles have, replies included.
	 * @return a number for each of the ids
	 */
	Mono<Map<Long, Long>> counts(Collection<Long> articleIds) {
		return numbers("select article_id as id, approved as total from article_comments where article_id = any(:ids)",
				articleIds)
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
	 * Comments that readers find, below articles that they see; others are missing.
	 */
	public Mono<Map<Long, Comment>> byIds(Collection<Long> ids) {
		return this.secrets.avatars(true)
			.flatMap((avatars) -> this.database.sql("""
					select %s from comment c join article a on a.id = c.article_id and a.visible
					where c.id = any(:ids) and c.listed""".formatted(CommentRows.COLUMNS))
				.bind("ids", ids.toArray(Long[]::new))
				.map((row) -> CommentRows.map(row, avatars))
				.all()
				.collectMap(Comment::id));
	}

	/**
	 * A comment that readers find, below an article that they see; empty if there is no
	 * such.
	 */
	public Mono<Comment> byId(long id) {
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
