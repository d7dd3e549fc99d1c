package id.warta.viewcount;

import java.util.function.Function;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Carries what was counted to PostgreSQL, exactly once: a batch leaves Redis only when
 * PostgreSQL holds it, and PostgreSQL takes no batch twice. So a flush may end at any
 * step, and any number of nodes may flush at once.
 */
@Component
class ViewFlush {

	private final ViewFlights flights;

	private final ViewLedger ledger;

	private final NewestBatches newest;

	private final FlushMeters meters;

	ViewFlush(ViewFlights flights, ViewLedger ledger, NewestBatches newest, FlushMeters meters) {
		this.flights = flights;
		this.ledger = ledger;
		this.newest = newest;
		this.meters = meters;
	}

	/**
	 * Carries over what all shards have, up to the first error.
	 */
	Mono<Void> run() {
		return this.flights.takeAll()
			.collectList()
			.doOnNext(this.meters::found)
			.flatMapIterable(Function.identity())
			.concatMap(this::carry)
			.doOnComplete(this.meters::completed)
			.then();
	}

	private Mono<Boolean> carry(Batch batch) {
		return this.ledger.record(batch)
			.doOnNext((added) -> this.newest.held(batch))
			.delayUntil((added) -> this.flights.forget(batch))
			.doOnNext((added) -> this.meters.carried(batch, added));
	}

}
