package id.warta.viewcount;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.warta.eventlog.LiveEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Service;

/**
 * View counts as they grow. While anybody follows any, this node looks at all that are
 * followed once a second, by one round trip to Redis and one statement, however many
 * follow them. A look that fails is made up for by the next.
 */
@Service
class LiveViewCounts {

	private static final Logger log = LoggerFactory.getLogger(LiveViewCounts.class);

	private static final Duration EVERY = Duration.ofSeconds(1);

	/** How long a look may take; servers that hang are as good as away. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/**
	 * How many articles a look takes at once: a script in Redis takes 8,000 arguments.
	 */
	private static final int AT_ONCE = 5_000;

	private final Views views;

	private final LiveEvents live;

	private final InstantSource clock;

	private final WatchedArticles articles = new WatchedArticles();

	private final AtomicInteger watchers = new AtomicInteger();

	private final AtomicInteger lookers = new AtomicInteger();

	/** Whoever comes back within a second finds it going on, and makes it no faster. */
	private final Flux<Boolean> looks = Flux.defer(this::looksUntilNobodyIsLeft).publish().refCount(1, EVERY);

	LiveViewCounts(Views views, LiveEvents live, InstantSource clock) {
		this.views = views;
		this.live = live;
		this.clock = clock;
	}

	/**
	 * The articles' counts: first the ones of now, then each that has grown, at most one
	 * a second of each article. A subscriber that takes its time gets the newest ones. It
	 * neither completes nor fails, and tells nothing of articles that readers don't see.
	 */
	Flux<ViewCountEvent> of(Set<Long> ids) {
		return Flux.using(() -> enter(ids), (watch) -> watch.events(this.looks), this::leave);
	}

	private ViewCountWatch enter(Set<Long> ids) {
		this.watchers.incrementAndGet();
		return new ViewCountWatch(this.articles, ids);
	}

	private void leave(ViewCountWatch watch) {
		watch.leave();
		this.watchers.decrementAndGet();
	}

	private Flux<Boolean> looksUntilNobodyIsLeft() {
		this.lookers.incrementAndGet();
		return Mono.defer(this::look)
			.repeatWhen((looked) -> looked.delayElements(EVERY))
			.publishOn(Schedulers.parallel())
			.doFinally((signal) -> this.lookers.decrementAndGet());
	}

	private Mono<Boolean> look() {
		return Flux.fromIterable(this.articles.ids())
			.buffer(AT_ONCE)
			.concatMap(this::look)
			.then(Mono.just(true))
			.timeout(PATIENCE)
			.onErrorResume(this::failed);
	}

	private Mono<Void> look(List<Long> ids) {
		return this.views.visibleCounts(ids).doOnNext((counts) -> this.articles.read(ids, events(counts))).then();
	}

	private Map<Long, ViewCountEvent> events(Map<Long, Long> counts) {
		String cursor = this.live.cursor().toString();
		Instant now = this.clock.instant();
		return counts.entrySet()
			.stream()
			.map((count) -> new ViewCountEvent(cursor, now, count.getKey(), count.getValue()))
			.collect(Collectors.toMap(ViewCountEvent::article, Function.identity()));
	}

	private Mono<Boolean> failed(Throwable ex) {
		log.debug("View counts could not be read", ex);
		return Mono.just(false);
	}

	/**
	 * How many subscribers there are.
	 */
	int watchers() {
		return this.watchers.get();
	}

	/**
	 * How many articles are followed.
	 */
	int watched() {
		return this.articles.size();
	}

	/**
	 * 1 while this node looks at counts, 0 while nobody follows any.
	 */
	int lookers() {
		return this.lookers.get();
	}

}
