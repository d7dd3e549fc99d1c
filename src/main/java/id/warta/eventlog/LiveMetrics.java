package id.warta.eventlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Gauges of the tail and of what it feeds.
 */
@Component
@ConditionalOnWebApplication
class LiveMetrics implements MeterBinder {

	private final EventTail tail;

	private final WakeUps wakeUps;

	private final Broadcast broadcast;

	LiveMetrics(EventTail tail, WakeUps wakeUps, Broadcast broadcast) {
		this.tail = tail;
		this.wakeUps = wakeUps;
		this.broadcast = broadcast;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("warta.eventlog.lag", this.tail, EventTail::lag)
			.description("Events of the log that this node has not told yet")
			.register(registry);
		Gauge.builder("warta.eventlog.listening", this.wakeUps, (wakeUps) -> wakeUps.isListening() ? 1 : 0)
			.description("1 while PostgreSQL wakes this node, 0 while it only polls")
			.register(registry);
		Gauge.builder("warta.eventlog.followers", this.broadcast, Broadcast::subscribers)
			.description("Streams that this node tells of the log")
			.register(registry);
	}

}
