package id.warta.liveblog;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads the live blogs of articles that readers may see: of any number by one statement,
 * and by one more for what stands out in them if that is asked for.
 */
@Component
public class LiveBlogLoader {

	private static final String LOADER = "liveBlogs";

	private static final Comparator<LiveBlogEntry> NEWEST_FIRST = Comparator.comparing(LiveBlogEntry::createdAt)
		.thenComparing(LiveBlogEntry::id)
		.reversed();

	private final DatabaseClient database;

	LiveBlogLoader(DatabaseClient database, BatchLoaderRegistry loaders) {
		this.database = database;
		loaders.<Key, LiveBlog>forName(LOADER).registerMappedBatchLoader((keys, environment) -> load(keys));
	}

	/**
	 * A blog with as much of it as is to be read.
	 *
	 * @param articleId whose it is
	 * @param highlights whether the pinned entry and the key events are wanted
	 */
	record Key(long articleId, boolean highlights) {

		static Key of(long articleId, DataFetchingEnvironment environment) {
			return new Key(articleId, environment.getSelectionSet().containsAnyOf("pinned", "keyEvents"));
		}

	}

	/**
	 * The article's live blog; null if it has none.
	 */
	CompletableFuture<@Nullable LiveBlog> of(Article article, DataFetchingEnvironment environment) {
		DataLoader<Key, LiveBlog> loader = Objects.requireNonNull(environment.getDataLoader(LOADER));
		return loader.load(Key.of(article.id(), environment)).<@Nullable LiveBlog>thenApply((found) -> found);
	}

	/**
	 * The live blog; empty if readers see none.
	 */
	Mono<LiveBlog> one(Key key) {
		return load(List.of(key)).mapNotNull((found) -> found.get(key));
	}

	/**
	 * The live blogs of articles, by the articles' ids, without highlights; those that
	 * readers see none of are missing.
	 */
	public Mono<Map<Long, LiveBlog>> ofArticles(Collection<Long> articleIds) {
		return blogs(List.copyOf(articleIds), false)
			.map((blogs) -> blogs.stream().collect(Collectors.toMap(LiveBlog::articleId, Function.identity())));
	}

	/**
	 * The newest entries of live blogs that readers see, the newest first, by the
	 * articles' ids.
	 * @param most how many of each
	 */
	public Mono<Map<Long, List<LiveBlogEntry>>> newest(Collection<Long> articleIds, int most) {
		return this.database.sql("""
				select e.* from article a cross join lateral (
				    select %s from live_blog_entry e where e.article_id = a.id and e.removed_at is null
				    order by e.created_at desc, e.id desc limit :most) e
				where a.id = any(:ids) and a.visible""".formatted(EntryRows.COLUMNS))
			.bind("ids", articleIds.toArray(Long[]::new))
			.bind("most", most)
			.map(EntryRows::map)
			.all()
			.collectSortedList(NEWEST_FIRST)
			.map((entries) -> entries.stream().collect(Collectors.groupingBy(LiveBlogEntry::articleId)));
	}

	/**
	 * The live blog as whoever has just written it sees it, whether readers do or not.
	 */
	Mono<LiveBlog> written(Key key) {
		return blogs(List.of(key.articleId()), key.highlights(), true).next().map(Map.Entry::getValue);
	}

	private Mono<Map<Key, LiveBlog>> load(Collection<Key> keys) {
		return Flux.fromIterable(keys)
			.groupBy(Key::highlights, Key::articleId)
			.flatMap((group) -> group.collectList().flatMapMany((ids) -> blogs(ids, group.key(), false)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private Flux<Map.Entry<Key, LiveBlog>> blogs(List<Long> articleIds, boolean withHighlights, boolean hidden) {
		Mono<Map<Long, List<LiveBlogEntry>>> highlights = withHighlights ? highlights(articleIds) : Mono.just(Map.of());
		return Mono.zip(blogs(articleIds, hidden), highlights)
			.flatMapIterable((read) -> read.getT1()
				.stream()
				.map((blog) -> blog.withHighlights(read.getT2().getOrDefault(blog.articleId(), List.of())))
				.map((blog) -> Map.entry(new Key(blog.articleId(), withHighlights), blog))
				.toList());
	}

	private Mono<List<LiveBlog>> blogs(List<Long> articleIds, boolean hidden) {
		return this.database.sql("""
				select b.article_id, b.summary, b.started_at, b.ended_at
				from live_blog b join article a on a.id = b.article_id and (a.visible or :hidden)
				where b.article_id = any(:ids)""")
			.bind("ids", articleIds.toArray(Long[]::new))
			.bind("hidden", hidden)
			.map(LiveBlogLoader::blog)
			.all()
			.collectList();
	}

	private static LiveBlog blog(Readable row) {
		return new LiveBlog(Rows.required(row, "article_id", Long.class), row.get("summary", String.class),
				Rows.required(row, "started_at", Instant.class), row.get("ended_at", Instant.class), List.of());
	}

	private Mono<Map<Long, List<LiveBlogEntry>>> highlights(List<Long> articleIds) {
		return this.database
			.sql("""
					select h.* from unnest(:ids) as k(id) cross join lateral (
					    (select %1$s from live_blog_entry e
					    where e.article_id = k.id and e.removed_at is null and e.key_event
					    order by e.created_at desc, e.id desc limit :most)
					    union
					    select %1$s from live_blog_entry e where e.article_id = k.id and e.pinned_at is not null) h"""
				.formatted(EntryRows.COLUMNS))
			.bind("ids", articleIds.toArray(Long[]::new))
			.bind("most", LiveBlog.MAX_KEY_EVENTS)
			.map(EntryRows::map)
			.all()
			.collectSortedList(NEWEST_FIRST)
			.map((entries) -> entries.stream().collect(Collectors.groupingBy(LiveBlogEntry::articleId)));
	}

}
