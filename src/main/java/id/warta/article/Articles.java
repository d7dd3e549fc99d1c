package id.warta.article;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.Connection;
import id.warta.platform.Node;
import id.warta.platform.NodeLoader;
import io.r2dbc.spi.Readable;
import org.dataloader.DataLoader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * Reads articles that readers may see. Nothing else is ever returned.
 */
@Service
public class Articles implements NodeLoader {

	private static final String LISTS = "articleLists";

	private final DatabaseClient database;

	private final ArticleRows rows;

	private final ArticlePages pages;

	Articles(DatabaseClient database, ArticleRows rows, ArticlePages pages, BatchLoaderRegistry loaders) {
		this.database = database;
		this.rows = rows;
		this.pages = pages;
		loaders.<ListKey, Connection<Article>>forName(LISTS)
			.registerMappedBatchLoader((keys, environment) -> load(keys));
	}

	private record ListKey(ArticleList list, ArticlePageRequest request) {

	}

	/**
	 * The page of a list that a field with the arguments of {@code articles} asks for.
	 * The same page of many lists, as of all categories of a page, costs one statement.
	 */
	public CompletableFuture<Connection<Article>> page(ArticleList list, DataFetchingEnvironment environment) {
		DataLoader<ListKey, Connection<Article>> loader = Objects.requireNonNull(environment.getDataLoader(LISTS));
		return loader.load(new ListKey(list, ArticlePageRequest.of(environment, false)));
	}

	private Mono<Map<ListKey, Connection<Article>>> load(Collection<ListKey> keys) {
		return Flux.fromIterable(keys)
			.groupBy((key) -> new Shape(key.list().kind(), key.request()))
			.flatMap((group) -> group.map((key) -> key.list().id())
				.collectList()
				.flatMapMany((ids) -> pagesOf(group.key(), ids)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private record Shape(ArticleList.Kind kind, ArticlePageRequest request) {

	}

	private Flux<Map.Entry<ListKey, Connection<Article>>> pagesOf(Shape shape, List<Long> ids) {
		return this.pages.pages(shape.kind(), ids, shape.request())
			.flatMapIterable(Map::entrySet)
			.map((page) -> Map.entry(new ListKey(new ArticleList(shape.kind(), page.getKey()), shape.request()),
					page.getValue()));
	}

	/**
	 * How many articles lists of one kind have, in one statement.
	 * @param lists what the lists are of
	 * @return a number for each
	 */
	public <T extends Node> Mono<Map<T, Long>> counts(ArticleList.Kind kind, Collection<T> lists) {
		return this.pages.tallies(kind, lists.stream().map(Node::id).toList())
			.map((tallies) -> lists.stream()
				.distinct()
				.collect(Collectors.toMap(Function.identity(), (list) -> tallies.getOrDefault(list.id(), 0L))));
	}

	/**
	 * The article with this slug; empty if readers see none.
	 */
	public Mono<Article> bySlug(String slug, ArticleFields fields) {
		return select("from article a where a.slug = :slug and a.visible", Map.of("slug", slug), fields).next();
	}

	/**
	 * Articles by their ids, in no order; those that readers may not see are missing.
	 */
	public Flux<Article> byIds(Collection<Long> ids, ArticleFields fields) {
		return select("from article a where a.id = any(:ids) and a.visible", Map.of("ids", ids.toArray(Long[]::new)),
				fields);
	}

	/**
	 * Articles that a feature chooses by tables of its own, in one statement.
	 * @param from what follows the columns: {@code from}, {@code where}, {@code order by}
	 * and {@code limit}; the article is {@code a}, and the condition must hold
	 * {@code a.visible}
	 * @param parameters what it binds
	 * @param fields what is selected
	 */
	public Flux<Article> select(String from, Map<String, ?> parameters, ArticleFields fields) {
		return select("", from, parameters, fields, (row, article) -> article);
	}

	/**
	 * The same with more than the article in each row.
	 * @param columns what is selected besides it
	 * @param mapping makes something of a row and its article
	 */
	public <T> Flux<T> select(String columns, String from, Map<String, ?> parameters, ArticleFields fields,
			BiFunction<Readable, Article, T> mapping) {
		String all = columns.isEmpty() ? this.rows.columns(fields) : this.rows.columns(fields) + ", " + columns;
		return this.database.sql("select " + all + " " + from)
			.bindValues(parameters)
			.map((row) -> mapping.apply(row, this.rows.map(row, fields)))
			.all();
	}

	@Override
	public String type() {
		return "Article";
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return byIds(ids, ArticleFields.selected(environment)).collectMap(Article::id, Function.identity());
	}

}
