package id.warta.viewcount;

import id.warta.platform.http.Visitor;
import id.warta.platform.http.Reader;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Lets count as views what people read, and nothing else.
 */
@Service
class Readings {

	private final ViewRing ring;

	private final Crawlers crawlers;

	private final Referrers referrers;

	private final InstantSource clock;

	Readings(ViewRing ring, Crawlers crawlers, Referrers referrers, InstantSource clock) {
		this.ring = ring;
		this.crawlers = crawlers;
		this.referrers = referrers;
		this.clock = clock;
	}

	/**
	 * Counts a reading of an article.
	 * @param visitor who reads; null if the page has no id for them
	 * @param referrer the address of the page before, if the page tells
	 * @param reader what the request tells of them
	 */
	Mono<ViewOutcome> record(ArticleKey article, @Nullable Visitor visitor, @Nullable String referrer, Reader reader) {
		if (reader.ahead()) {
			return Mono.just(ViewOutcome.FETCHED_AHEAD);
		}
		if (this.crawlers.has(reader.userAgent())) {
			return Mono.just(ViewOutcome.CRAWLER);
		}
		return this.ring
			.record(new View(article, visitor, reader, this.referrers.source(referrer), this.clock.instant()));
	}

}
