package id.warta.article;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import org.dataloader.DataLoader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The same articles in other languages, all of a query's by one statement.
 */
@Component
public class ArticleTranslations {

	private static final String LOADER = "articleTranslations";

	private final DatabaseClient database;

	private final ArticleRows rows;

	ArticleTranslations(DatabaseClient database, ArticleRows rows, BatchLoaderRegistry loaders) {
		this.database = database;
		this.rows = rows;
		loaders.<Key, List<Article>>forName(LOADER).registerMappedBatchLoader((keys, environment) -> load(keys));
	}

	private record Key(long articleId, ArticleFields fields) {

	}

	CompletableFuture<List<Article>> of(Article article, DataFetchingEnvironment environment) {
		DataLoader<Key, List<Article>> loader = Objects.requireNonNull(environment.getDataLoader(LOADER));
		return loader.load(new Key(article.id(), ArticleFields.selected(environment)));
	}

	private Mono<Map<Key, List<Article>>> load(Collection<Key> keys) {
		return Flux.fromIterable(keys)
			.groupBy(Key::fields, Key::articleId)
			.flatMap((group) -> group.collectList().flatMapMany((ids) -> load(ids, group.key())))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private Flux<Map.Entry<Key, List<Article>>> load(List<Long> ids, ArticleFields fields) {
		return of(ids, fields).flatMapIterable(Map::entrySet)
			.map((found) -> Map.entry(new Key(found.getKey(), fields), found.getValue()));
	}

	/**
	 * The translations of articles that readers may see, by language.
	 * @return a list for each of the ids, without the article itself
	 */
	public Mono<Map<Long, List<Article>>> of(Collection<Long> ids, ArticleFields fields) {
		return this.database.sql("""
				select o.id as source_id, %s from article o
				join article a on a.translation_group_id = o.translation_group_id and a.id <> o.id and a.visible
				where o.id = any(:ids) order by o.id, a.language, a.id""".formatted(this.rows.columns(fields)))
			.bind("ids", ids.toArray(Long[]::new))
			.map((row) -> Map.entry(Objects.requireNonNull(row.get("source_id", Long.class)),
					this.rows.map(row, fields)))
			.all()
			.collectList()
			.map((found) -> found.stream()
				.collect(Collectors.groupingBy(Map.Entry::getKey,
						Collectors.mapping(Map.Entry::getValue, Collectors.toList()))))
			.map((found) -> ids.stream()
				.distinct()
				.collect(Collectors.toMap(Function.identity(), (id) -> found.getOrDefault(id, List.of()))));
	}

}
