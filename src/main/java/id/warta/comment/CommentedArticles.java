package id.warta.comment;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import org.dataloader.DataLoader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;

/**
 * The articles that comments stand below: one statement for all of them, of the columns
 * that are selected.
 */
@Component
public class CommentedArticles {

	private static final String LOADER = "commentedArticles";

	private final Articles articles;

	CommentedArticles(Articles articles, BatchLoaderRegistry loaders) {
		this.articles = articles;
		loaders.<Key, Article>forName(LOADER).registerMappedBatchLoader((keys, environment) -> load(keys));
	}

	private record Key(long id, ArticleFields fields) {

	}

	/**
	 * An article that is selected as a field; null if readers don't see it.
	 */
	public CompletableFuture<Article> byId(long id, DataFetchingEnvironment environment) {
		DataLoader<Key, Article> loader = Objects.requireNonNull(environment.getDataLoader(LOADER));
		return loader.load(new Key(id, ArticleFields.selected(environment)));
	}

	private Mono<Map<Key, Article>> load(Set<Key> keys) {
		Map<ArticleFields, Set<Long>> ids = keys.stream()
			.collect(Collectors.groupingBy(Key::fields, Collectors.mapping(Key::id, Collectors.toSet())));
		return Flux.fromIterable(ids.entrySet())
			.concatMap((group) -> this.articles.byIds(group.getValue(), group.getKey())
				.map((article) -> Map.entry(new Key(article.id(), group.getKey()), article)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

}
