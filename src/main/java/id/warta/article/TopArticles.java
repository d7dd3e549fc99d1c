package id.warta.article;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.warta.platform.InvalidInputException;
import id.warta.platform.PageArguments;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Lists of articles by what readers do, such as those that are read most. Which articles
 * are in them is dear to find out, and so a node remembers it for a few seconds; the
 * articles themselves are read anew, so that one that is withdrawn is gone at once.
 */
@Service
public class TopArticles {

	/**
	 * How many articles of a list are remembered: the most that anybody may ask for, and
	 * some in place of those that are withdrawn meanwhile.
	 */
	public static final int REMEMBERED = PageArguments.MAX_SIZE + 20;

	private static final int LISTS = 1000;

	/** How long finding out may take; a database that hangs is as good as away. */
	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final Duration LIFETIME = Duration.ofSeconds(5);

	private final Articles articles;

	private final AsyncCache<Object, List<Long>> lists = Caffeine.newBuilder()
		.maximumSize(LISTS)
		.expireAfterWrite(LIFETIME)
		.executor(Runnable::run)
		.buildAsync();

	TopArticles(Articles articles) {
		this.articles = articles;
	}

	/**
	 * The first of a list's articles, in its order.
	 * @param list what tells the list from all others
	 * @param ids reads the ids of the list's articles, {@value #REMEMBERED} at most
	 * @param first how many articles
	 * @param fields what is selected
	 * @throws InvalidInputException if {@code first} is out of range
	 */
	public Flux<Article> first(Object list, Flux<Long> ids, int first, ArticleFields fields) {
		if (first < 1 || first > PageArguments.MAX_SIZE) {
			throw InvalidInputException.badArgument("first", "'first' must be between 1 and " + PageArguments.MAX_SIZE);
		}
		return Mono
			.fromFuture(() -> this.lists.get(list, (missing, executor) -> ids.collectList().timeout(LIMIT).toFuture()),
					true)
			.flatMapMany((found) -> Flux.fromIterable(found).buffer(first).concatMap((next) -> read(next, fields), 0))
			.take(first);
	}

	/** One statement, unless some are withdrawn meanwhile. */
	private Flux<Article> read(List<Long> ids, ArticleFields fields) {
		return this.articles.byIds(ids, fields)
			.collectMap(Article::id, Function.identity())
			.flatMapIterable((visible) -> inOrder(ids, visible));
	}

	private static List<Article> inOrder(List<Long> ids, Map<Long, Article> visible) {
		return ids.stream().map(visible::get).filter(Objects::nonNull).toList();
	}

}
