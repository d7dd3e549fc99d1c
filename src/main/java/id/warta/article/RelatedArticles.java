package id.warta.article;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.InvalidInputException;
import org.dataloader.DataLoader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Articles that others lead to, or share tags, the primary category or rare words of the
 * title with, all of a query's by one statement. Only the newest of each tag, category
 * and title's words are looked at, so that it costs the same on a site of any size.
 */
@Component
class RelatedArticles {

	private static final String LOADER = "relatedArticles";

	private static final int MAX = 20;

	/**
	 * How many of each tag's and category's newest articles are candidates, and of those
	 * with words of the title.
	 */
	private static final int CANDIDATES = 50;

	private final DatabaseClient database;

	private final ArticleRows rows;

	RelatedArticles(DatabaseClient database, ArticleRows rows, BatchLoaderRegistry loaders) {
		this.database = database;
		this.rows = rows;
		loaders.<Key, List<Article>>forName(LOADER).registerMappedBatchLoader((keys, environment) -> load(keys));
	}

	private record Key(long articleId, Shape shape) {

	}

	private record Shape(int first, ArticleFields fields) {

	}

	CompletableFuture<List<Article>> of(Article article, int first, DataFetchingEnvironment environment) {
		if (first < 1 || first > MAX) {
			throw InvalidInputException.badArgument("first", "'first' must be between 1 and " + MAX);
		}
		DataLoader<Key, List<Article>> loader = Objects.requireNonNull(environment.getDataLoader(LOADER));
		return loader.load(new Key(article.id(), new Shape(first, ArticleFields.selected(environment))));
	}

	private Mono<Map<Key, List<Article>>> load(Collection<Key> keys) {
		return Flux.fromIterable(keys)
			.groupBy(Key::shape)
			.flatMap((group) -> group.map(Key::articleId)
				.collectList()
				.flatMap((ids) -> load(ids, group.key()))
				.flatMapIterable((found) -> withEmpty(found, group.key(), keys)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private static List<Map.Entry<Key, List<Article>>> withEmpty(Map<Long, List<Article>> found, Shape shape,
			Collection<Key> keys) {
		return keys.stream()
			.filter((key) -> key.shape().equals(shape))
			.map((key) -> Map.entry(key, found.getOrDefault(key.articleId(), List.of())))
			.toList();
	}

	private Mono<Map<Long, List<Article>>> load(List<Long> ids, Shape shape) {
		return this.database
			.sql("""
					select k.id as source_id, %s
					from unnest(:ids) as k(id)
					cross join lateral (
					    select c.article_id, max(c.published_at) as published_at, sum(c.weight)
					        * (3 + power(2.0, -least(greatest(
					            extract(epoch from now() - max(c.published_at)), 0) / 2592000, 900))) as weight
					    from (
					        select l.article_id, l.published_at, s.weight
					        from (
					            select 'tag' as list, t.tag_id as list_id, 2 as weight from article_tag t
					            where t.article_id = k.id
					            union all
					            select 'category', p.category_id, 1 from article_category p
					            where p.article_id = k.id and p.position = 0) s
					        cross join lateral (
					            select l.article_id, l.published_at from article_listing l
					            where l.list = s.list and l.list_id = s.list_id and l.article_id <> k.id
					            order by l.published_at desc, l.article_id desc limit :candidates) l
					        union all
					        select l.article_id, l.published_at, 4 from article_link n
					        join article_listing l on l.article_id = n.linked_id and l.list = 'site' and l.list_id = 0
					        where n.article_id = k.id
					        union all
					        select t.article_id, t.published_at, t.shared from search_alike(k.id, :candidates) t) c
					    group by c.article_id
					    order by weight desc, published_at desc, c.article_id desc limit :first) r
					join article a on a.id = r.article_id and a.visible
					order by k.id, r.weight desc, r.published_at desc, a.id desc"""
				.formatted(this.rows.columns(shape.fields())))
			.bind("ids", ids.toArray(Long[]::new))
			.bind("candidates", CANDIDATES)
			.bind("first", shape.first())
			.map((row) -> Map.entry(Objects.requireNonNull(row.get("source_id", Long.class)),
					this.rows.map(row, shape.fields())))
			.all()
			.collectList()
			.map((found) -> found.stream()
				.collect(Collectors.groupingBy(Map.Entry::getKey,
						Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
	}

}
