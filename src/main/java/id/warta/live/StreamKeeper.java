package id.warta.live;

import java.time.Duration;

import id.warta.eventlog.LiveEvents;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Looks after the streams each second, and tells the operator how many there are.
 */
@Component
@ConditionalOnWebApplication
@EnableConfigurationProperties({ LiveLimits.class, ConnectionProperties.class })
class StreamKeeper implements MeterBinder, InitializingBean, DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(StreamKeeper.class);

	private static final Duration SECOND = Duration.ofSeconds(1);

	/** How long a stream is kept for those who come back. */
	private static final Duration IDLE = Duration.ofSeconds(5);

	private final Subscriptions subscriptions;

	private final Clients clients;

	private final LiveEvents live;

	private volatile Disposable ticking = Disposables.disposed();

	StreamKeeper(Subscriptions subscriptions, Clients clients, LiveEvents live) {
		this.subscriptions = subscriptions;
		this.clients = clients;
		this.live = live;
	}

	@Override
	public void afterPropertiesSet() {
		this.ticking = Flux.interval(SECOND)
			.onBackpressureDrop()
			.concatMap((tick) -> Mono.fromRunnable(() -> this.subscriptions.tick(this.live.patience(), IDLE))
				.onErrorResume(StreamKeeper::goOn))
			.subscribe();
	}

	private static Mono<Void> goOn(Throwable failure) {
		log.error("Streams could not be looked after; trying again", failure);
		return Mono.empty();
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("warta.live.streams", this.subscriptions, Subscriptions::streams)
			.description("Different subscriptions that this node tells")
			.register(registry);
		Gauge.builder("warta.live.subscribers", this.subscriptions, Subscriptions::subscribers)
			.description("Subscribers of all streams")
			.register(registry);
		Gauge.builder("warta.live.connections", this.clients, Clients::connections)
			.description("WebSockets and event streams that are open")
			.register(registry);
	}

	@Override
	public void destroy() {
		this.ticking.dispose();
	}

}
