package id.warta.viewcount;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What operators see of this node's flushes.
 */
@Component
class FlushMeters {

	private final InstantSource clock;

	/** The views that the last flush found and has not carried over, by shard. */
	private final AtomicLongArray pending = new AtomicLongArray(Shard.COUNT);

	private final Counter flushed;

	private volatile Instant completed;

	FlushMeters(MeterRegistry meters, InstantSource clock) {
		this.clock = clock;
		this.completed = clock.instant();
		this.flushed = Counter.builder("warta.views.flushed")
			.description("Views carried to PostgreSQL")
			.register(meters);
		Gauge.builder("warta.views.pending", this, FlushMeters::pending)
			.description("Views that the last flush found in Redis and PostgreSQL does not hold yet")
			.register(meters);
		TimeGauge.builder("warta.views.lag", () -> lag().toMillis(), TimeUnit.MILLISECONDS)
			.description("Time since a flush was completed")
			.register(meters);
	}

	private long pending() {
		return IntStream.range(0, Shard.COUNT).mapToLong(this.pending::get).sum();
	}

	void found(Shard shard, @Nullable Batch batch) {
		this.pending.set(shard.number(), (batch != null) ? batch.size() : 0);
	}

	void carried(Batch batch, boolean added) {
		this.pending.set(batch.shard().number(), 0);
		if (added) {
			this.flushed.increment(batch.size());
		}
	}

	void completed() {
		this.completed = this.clock.instant();
	}

	private Duration lag() {
		return Duration.between(this.completed, this.clock.instant());
	}

}
