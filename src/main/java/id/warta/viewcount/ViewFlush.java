package id.warta.viewcount;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Carries what was counted to PostgreSQL, exactly once: a batch leaves Redis only when
 * PostgreSQL holds it, and PostgreSQL takes no batch twice. So a flush may end at any
 * step, and any number of nodes may flush at once.
 */
@Component
class ViewFlush {

	/** A batch may be large, and takes a connection to PostgreSQL. */
	private static final int AT_ONCE = 4;

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
	 * Carries over what all shards have. What one can't does not keep the others: the
	 * errors come at the end.
	 */
	Mono<Void> run() {
		return Flux.fromIterable(Shard.ALL)
			.flatMapDelayError(this::carry, AT_ONCE, 1)
			.doOnComplete(this.meters::completed)
			.then();
	}

	private Mono<Boolean> carry(Shard shard) {
		return this.flights.take(shard).doOnSuccess((batch) -> this.meters.found(shard, batch)).flatMap(this::carry);
	}

	private Mono<Boolean> carry(Batch batch) {
		return this.ledger.record(batch)
			.doOnNext((added) -> this.newest.held(batch))
			.delayUntil((added) -> this.flights.forget(batch))
			.doOnNext((added) -> this.meters.carried(batch, added));
	}

}
