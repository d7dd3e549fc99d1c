package id.warta.syndication;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Answers with feeds. Each time the list is read, without its articles' texts; only if it
 * has changed, these are read too and the feed is written anew. So a withdrawn article is
 * gone at once, and a feed that is fetched every minute costs little.
 */
@Service
public class Feeds {

	/** In bytes. */
	private static final long KEPT = 32 << 20;

	private static final ArticleFields WITH_BODY = new ArticleFields(true, false, false);

	private final Articles articles;

	private final Surroundings surroundings;

	private final FeedProperties properties;

	private final InstantSource clock;

	private final AsyncCache<Key, Document> documents = Caffeine.newBuilder()
		.maximumWeight(KEPT)
		.<Key, Document>weigher((key, document) -> document.bytes().length)
		.executor(Runnable::run)
		.buildAsync();

	Feeds(Articles articles, Surroundings surroundings, FeedProperties properties, InstantSource clock) {
		this.articles = articles;
		this.surroundings = surroundings;
		this.properties = properties;
		this.clock = clock;
	}

	private record Key(Feed feed, FeedFormat format) {

	}

	/**
	 * The answer to whoever asks for the feed of a list.
	 */
	public Mono<ServerResponse> answer(FeedSource source, FeedFormat format) {
		return source.articles()
			.flatMap(this.surroundings::entries)
			.map((entries) -> new Feed(this.surroundings.site(), source.title(), source.description(), source.page(),
					source.self(), this.properties.hub(), entries))
			.flatMap((feed) -> Mono.fromFuture(() -> document(new Key(feed, format)), true))
			.flatMap((document) -> document.response()
				.headers((headers) -> links(headers, source))
				.bodyValue(document.bytes()));
	}

	/** WebSub looks for them here first. */
	private void links(HttpHeaders headers, FeedSource source) {
		if (this.properties.hub() != null) {
			headers.add(HttpHeaders.LINK, "<%s>; rel=\"hub\"".formatted(this.properties.hub()));
			headers.add(HttpHeaders.LINK, "<%s>; rel=\"self\"".formatted(source.self()));
		}
	}

	private CompletableFuture<Document> document(Key key) {
		return this.documents.get(key, (missing, executor) -> write(missing).toFuture());
	}

	private Mono<Document> write(Key key) {
		return bodies(key.feed()).publishOn(Schedulers.boundedElastic())
			.map((bodies) -> Document.of(key.format().write(key.feed().withBodies(bodies)), key.format().type(),
					this.clock.instant()));
	}

	private Mono<Map<Long, String>> bodies(Feed feed) {
		List<Long> ids = feed.entries().stream().map((entry) -> entry.article().id()).toList();
		return this.articles.byIds(ids, WITH_BODY)
			.collectMap(Article::id, (article) -> Objects.requireNonNullElse(article.body(), ""));
	}

}
