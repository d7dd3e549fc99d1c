package id.warta.article;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import graphql.schema.DataFetchingEnvironment;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The articles just before and after others, all of a query's by one statement.
 */
@Component
class ArticleNeighbours {

	private static final String LOADER = "articleNeighbours";

	private final DatabaseClient database;

	private final ArticleRows rows;

	ArticleNeighbours(DatabaseClient database, ArticleRows rows, BatchLoaderRegistry loaders) {
		this.database = database;
		this.rows = rows;
		loaders.<Key, Article>forName(LOADER).registerMappedBatchLoader((keys, environment) -> load(keys));
	}

	private record Key(long articleId, Instant publishedAt, ArticleList list, boolean newer, ArticleFields fields) {

	}

	CompletableFuture<@Nullable Article> older(Article article, NeighbourScope scope,
			DataFetchingEnvironment environment) {
		return find(article, scope, false, environment);
	}

	CompletableFuture<@Nullable Article> newer(Article article, NeighbourScope scope,
			DataFetchingEnvironment environment) {
		return find(article, scope, true, environment);
	}

	private CompletableFuture<@Nullable Article> find(Article article, NeighbourScope scope, boolean newer,
			DataFetchingEnvironment environment) {
		ArticleList list = list(article, scope);
		if (list == null) {
			return CompletableFuture.completedFuture(null);
		}
		DataLoader<Key, Article> loader = Objects.requireNonNull(environment.getDataLoader(LOADER));
		Key key = new Key(article.id(), article.publishedAt(), list, newer, ArticleFields.selected(environment));
		return loader.load(key).<@Nullable Article>thenApply((found) -> found);
	}

	private static @Nullable ArticleList list(Article article, NeighbourScope scope) {
		if (scope == NeighbourScope.SITE) {
			return new ArticleList(ArticleList.Kind.SITE, 0);
		}
		Long category = article.primaryCategoryId();
		return (category != null) ? new ArticleList(ArticleList.Kind.SUBTREE, category) : null;
	}

	private Mono<Map<Key, Article>> load(Collection<Key> keys) {
		return Flux.fromIterable(keys)
			.groupBy(Key::fields)
			.flatMap((group) -> group.collectList().flatMapMany((alike) -> load(alike, group.key())))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private Flux<Map.Entry<Key, Article>> load(List<Key> keys, ArticleFields fields) {
		return this.database.sql("""
				select k.ordinal, %s
				from unnest(:lists, :listIds, :times, :ids, :newer) with ordinality
				    as k(list, list_id, published_at, id, newer, ordinal)
				cross join lateral (
				    (select l.article_id from article_listing l
				    where not k.newer and l.list = k.list and l.list_id = k.list_id
				    and (l.published_at, l.article_id) < (k.published_at, k.id)
				    order by l.published_at desc, l.article_id desc limit 1)
				    union all
				    (select l.article_id from article_listing l
				    where k.newer and l.list = k.list and l.list_id = k.list_id
				    and (l.published_at, l.article_id) > (k.published_at, k.id)
				    order by l.published_at, l.article_id limit 1)) n
				join article a on a.id = n.article_id and a.visible""".formatted(this.rows.columns(fields)))
			.bind("lists", keys.stream().map((key) -> key.list().kind().column()).toArray(String[]::new))
			.bind("listIds", keys.stream().map((key) -> key.list().id()).toArray(Long[]::new))
			.bind("times", keys.stream().map(Key::publishedAt).toArray(Instant[]::new))
			.bind("ids", keys.stream().map(Key::articleId).toArray(Long[]::new))
			.bind("newer", keys.stream().map(Key::newer).toArray(Boolean[]::new))
			.map((row) -> Map.entry(keys.get(Objects.requireNonNull(row.get("ordinal", Integer.class)) - 1),
					this.rows.map(row, fields)))
			.all();
	}

}
