package id.warta.viewcount;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

import org.springframework.stereotype.Component;

/**
 * What operators see of this node's flushes.
 */
@Component
class FlushMeters {

	private final InstantSource clock;

	private final AtomicLong pending = new AtomicLong();

	private final Counter flushed;

	private volatile Instant completed;

	FlushMeters(MeterRegistry meters, InstantSource clock) {
		this.clock = clock;
		this.completed = clock.instant();
		this.flushed = Counter.builder("warta.views.flushed")
			.description("Views carried to PostgreSQL")
			.register(meters);
		Gauge.builder("warta.views.pending", this.pending, AtomicLong::get)
			.description("Views that the last flush found in Redis and PostgreSQL does not hold yet")
			.register(meters);
		TimeGauge.builder("warta.views.lag", () -> lag().toMillis(), TimeUnit.MILLISECONDS)
			.description("Time since a flush was completed")
			.register(meters);
	}

	void found(Collection<Batch> batches) {
		this.pending.set(batches.stream().mapToLong(Batch::size).sum());
	}

	void carried(Batch batch, boolean added) {
		this.pending.addAndGet(-batch.size());
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
