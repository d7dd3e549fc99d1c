package id.warta.liveblog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Connection;
import id.warta.platform.Rows;
import id.warta.platform.Total;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads the entries of live blogs page by page: the same page of all blogs by one
 * statement, and by one more for totals if these are asked for.
 */
@Component
class EntryPages {

	private static final String LOADER = "liveBlogEntries";

	private final DatabaseClient database;

	EntryPages(DatabaseClient database, BatchLoaderRegistry loaders) {
		this.database = database;
		loaders.<Key, Connection<LiveBlogEntry>>forName(LOADER)
			.registerMappedBatchLoader((keys, environment) -> load(keys));
	}

	private record Key(long articleId, EntryPageRequest request) {

	}

	CompletableFuture<Connection<LiveBlogEntry>> of(LiveBlog blog, LiveBlogEntryOrder order,
			DataFetchingEnvironment environment) {
		DataLoader<Key, Connection<LiveBlogEntry>> loader = Objects.requireNonNull(environment.getDataLoader(LOADER));
		return loader.load(new Key(blog.articleId(), EntryPageRequest.of(environment, order)));
	}

	private Mono<Map<Key, Connection<LiveBlogEntry>>> load(Collection<Key> keys) {
		return Flux.fromIterable(keys)
			.groupBy(Key::request, Key::articleId)
			.flatMap((group) -> group.collectList().flatMapMany((ids) -> pages(ids, group.key())))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private Flux<Map.Entry<Key, Connection<LiveBlogEntry>>> pages(List<Long> articleIds, EntryPageRequest request) {
		Mono<Map<Long, Total>> totals = request.total() ? totals(articleIds) : Mono.just(Map.of());
		return Mono.zip(rows(articleIds, request), totals)
			.flatMapIterable((read) -> articleIds.stream()
				.map((id) -> Map.entry(new Key(id, request),
						page(request, read.getT1().getOrDefault(id, List.of()), read.getT2().get(id))))
				.toList());
	}

	private static Connection<LiveBlogEntry> page(EntryPageRequest request, List<LiveBlogEntry> rows,
			@Nullable Total total) {
		Connection<LiveBlogEntry> page = Connection.of(rows, request.page(), request::cursor);
		return (total != null) ? page.withTotal(total) : page;
	}

	private Mono<Map<Long, List<LiveBlogEntry>>> rows(List<Long> articleIds, EntryPageRequest request) {
		return request.keyset()
			.bind(this.database.sql("""
					select p.* from unnest(:ids) as k(id) cross join lateral (
					    select %s from live_blog_entry e
					    where e.article_id = k.id and e.removed_at is null%s) p""".formatted(EntryRows.COLUMNS,
					request.keyset().sql())))
			.bind("ids", articleIds.toArray(Long[]::new))
			.map(EntryRows::map)
			.all()
			.collectList()
			.map((entries) -> entries.stream().collect(Collectors.groupingBy(LiveBlogEntry::articleId)));
	}

	private Mono<Map<Long, Total>> totals(List<Long> articleIds) {
		return this.database.sql("""
				select k.id, t.total from unnest(:ids) as k(id) cross join lateral (
				    select count(*) as total from (
				        select from live_blog_entry e
				        where e.article_id = k.id and e.removed_at is null limit :bound) counted) t""")
			.bind("ids", articleIds.toArray(Long[]::new))
			.bind("bound", Total.BOUND + 1)
			.map((row) -> Map.entry(Rows.required(row, "id", Long.class), Rows.required(row, "total", Long.class)))
			.all()
			.collectMap(Map.Entry::getKey, (entry) -> Total.bounded(entry.getValue()));
	}

}
