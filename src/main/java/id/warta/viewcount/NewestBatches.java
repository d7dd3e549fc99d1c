package id.warta.viewcount;

import java.util.concurrent.atomic.AtomicLongArray;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The newest batch of each shard that PostgreSQL holds, as far as this node knows. What
 * other nodes carry over meanwhile does no harm: batches that are pending are newer. Only
 * a Redis that went back in time brings older ones back, and does so behind a new
 * connection; so all is read anew when one is lost.
 */
@Component
class NewestBatches {

	private final ViewLedger ledger;

	private int losses;

	private volatile @Nullable AtomicLongArray known;

	NewestBatches(ViewLedger ledger, Scripts scripts) {
		this.ledger = ledger;
		scripts.onDisconnect(this::forget);
	}

	/**
	 * The newest batch of a shard, 0 if there is none.
	 */
	Mono<Long> of(Shard shard) {
		return Mono.defer(() -> {
			AtomicLongArray batches = this.known;
			return (batches != null) ? Mono.just(batches) : read();
		}).map((batches) -> batches.get(shard.number()));
	}

	private Mono<AtomicLongArray> read() {
		int before = losses();
		return this.ledger.newestBatches()
			.collect(() -> new AtomicLongArray(Shard.COUNT),
					(batches, newest) -> batches.set(newest.shard().number(), newest.number()))
			.doOnNext((batches) -> remember(batches, before));
	}

	private synchronized int losses() {
		return this.losses;
	}

	private synchronized void remember(AtomicLongArray batches, int before) {
		if (this.losses == before) {
			this.known = batches;
		}
	}

	/**
	 * Redis may have gone back in time.
	 */
	synchronized void forget() {
		this.losses++;
		this.known = null;
	}

	/**
	 * PostgreSQL holds a batch.
	 */
	void held(Batch batch) {
		AtomicLongArray batches = this.known;
		if (batches != null) {
			batches.accumulateAndGet(batch.shard().number(), batch.number(), Math::max);
		}
	}

}
