package id.warta.breaking;

import java.time.Instant;

import id.warta.eventlog.DueWork;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Ends breaking news when their time is over.
 */
@Component
class BreakingNewsExpiry implements DueWork {

	private final BreakingNews breakingNews;

	BreakingNewsExpiry(BreakingNews breakingNews) {
		this.breakingNews = breakingNews;
	}

	@Override
	public Mono<Integer> run(Instant now) {
		return this.breakingNews.endOneDue(now).map((ended) -> 1).defaultIfEmpty(0);
	}

}
