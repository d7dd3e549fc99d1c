package id.warta.article;

import java.time.Duration;
import java.util.List;

import id.warta.eventlog.EventCursor;
import id.warta.eventlog.LiveEvents;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * Articles for subscribers: those who hear of an event at the same time share one reading
 * of its article, which is never older than the newest event told. It belongs to none of
 * them: whoever leaves doesn't end it for the others.
 */
@Component
public class SharedArticles {

	private static final int MAX_SHARED = 64;

	private static final Duration SHARED_FOR = Duration.ofSeconds(1);

	private final LiveEvents live;

	private final ConcurrentLruCache<Key, Mono<Article>> readings;

	SharedArticles(Articles articles, LiveEvents live) {
		this.live = live;
		this.readings = new ConcurrentLruCache<>(MAX_SHARED,
				(key) -> articles.byIds(List.of(key.id()), key.fields())
					.next()
					.contextWrite((context) -> Context.empty())
					.cache((found) -> SHARED_FOR, (failure) -> Duration.ZERO, () -> SHARED_FOR));
	}

	private record Key(EventCursor place, long id, ArticleFields fields) {

	}

	/**
	 * The article; empty if readers see none with this id.
	 */
	public Mono<Article> byId(long id, ArticleFields fields) {
		return Mono.defer(() -> this.readings.get(new Key(this.live.cursor(), id, fields)));
	}

}
