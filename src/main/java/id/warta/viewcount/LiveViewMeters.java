package id.warta.viewcount;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Gauges of who follows view counts on this node.
 */
@Component
@ConditionalOnWebApplication
class LiveViewMeters implements MeterBinder {

	private final LiveViewCounts counts;

	LiveViewMeters(LiveViewCounts counts) {
		this.counts = counts;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("warta.views.live.subscribers", this.counts, LiveViewCounts::watchers)
			.description("Streams of view counts that this node feeds")
			.register(registry);
		Gauge.builder("warta.views.live.articles", this.counts, LiveViewCounts::watched)
			.description("Articles whose view counts somebody follows")
			.register(registry);
		Gauge.builder("warta.views.live.looking", this.counts, LiveViewCounts::lookers)
			.description("1 while this node looks at view counts each second, 0 while nobody follows any")
			.register(registry);
	}

}
