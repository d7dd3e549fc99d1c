package id.warta.viewcount;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Tells how many views there are.
 * <p>
 * A view is in Redis from the moment it is counted until PostgreSQL holds its batch,
 * which is never let go before. So whoever reads Redis first and PostgreSQL second meets
 * every view at least once, and tells by the batch's number which ones they met twice:
 * the number neither falls nor exceeds what was counted.
 */
@Service
class Views {

	private final WaitingViews waiting;

	private final ViewLedger ledger;

	Views(WaitingViews waiting, ViewLedger ledger) {
		this.waiting = waiting;
		this.ledger = ledger;
	}

	/**
	 * How often each of the articles was read. While Redis is away it is what PostgreSQL
	 * holds, which lags.
	 */
	Mono<Map<Long, Long>> counts(Collection<Long> articles) {
		return counts(articles, this.ledger.of(articles));
	}

	/**
	 * The same of those articles alone that readers may see.
	 */
	Mono<Map<Long, Long>> visibleCounts(Collection<Long> articles) {
		return counts(articles, this.ledger.ofVisible(articles));
	}

	private Mono<Map<Long, Long>> counts(Collection<Long> articles, Flux<Recorded> ledger) {
		return this.waiting.of(articles)
			.collectMultimap(Tally::articleId)
			.flatMap((tallies) -> ledger.collectMap(Recorded::articleId, (recorded) -> sum(recorded, tallies)));
	}

	static long sum(Recorded recorded, Map<Long, Collection<Tally>> tallies) {
		return recorded.views() + tallies.getOrDefault(recorded.articleId(), List.of())
			.stream()
			.filter((tally) -> tally.batch() > recorded.batch())
			.mapToLong(Tally::views)
			.sum();
	}

}
