package id.warta.live.websocket;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import id.warta.live.Clients;
import id.warta.live.ConnectionProperties;
import id.warta.live.LiveLimits;
import id.warta.live.Subscriptions;
import id.warta.platform.access.Bearers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * All WebSockets of this node, and what they have in common. When the node stops, their
 * clients are sent away before the web server waits for its requests.
 */
@Component
@ConditionalOnWebApplication
class WebSocketServer implements SmartLifecycle {

	private static final Duration FAREWELL = Duration.ofSeconds(5);

	private static final Duration LOOK = Duration.ofMillis(50);

	private final Subscriptions subscriptions;

	private final Clients clients;

	private final Bearers bearers;

	private final LiveLimits limits;

	private final ConnectionProperties properties;

	private final JsonMapper json;

	private final Counter dead;

	private final Map<EventLoop, Roster> rosters = new ConcurrentHashMap<>();

	private volatile boolean running;

	WebSocketServer(Subscriptions subscriptions, Clients clients, Bearers bearers, LiveLimits limits,
			ConnectionProperties properties, JsonMapper json, MeterRegistry meters) {
		this.subscriptions = subscriptions;
		this.clients = clients;
		this.bearers = bearers;
		this.limits = limits;
		this.properties = properties;
		this.json = json;
		this.dead = Counter.builder("warta.live.dead")
			.description("WebSockets closed because their clients didn't answer")
			.register(meters);
	}

	Subscriptions subscriptions() {
		return this.subscriptions;
	}

	Clients clients() {
		return this.clients;
	}

	Bearers bearers() {
		return this.bearers;
	}

	LiveLimits limits() {
		return this.limits;
	}

	ConnectionProperties properties() {
		return this.properties;
	}

	JsonMapper json() {
		return this.json;
	}

	void dead() {
		this.dead.increment();
	}

	/**
	 * The connections of an event loop. To be called on it.
	 */
	Roster roster(EventLoop loop) {
		return this.rosters.computeIfAbsent(loop, Roster::new);
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		onLoops(WebSocketConnection::goAway);
		Flux.interval(LOOK)
			.takeUntil((look) -> this.rosters.values().stream().allMatch((roster) -> roster.size() == 0))
			.then()
			.timeout(FAREWELL, Mono.fromRunnable(() -> onLoops((connection) -> connection.close(restart()))))
			.doFinally((end) -> {
				this.rosters.values().forEach(Roster::stop);
				callback.run();
			})
			.subscribe();
	}

	CloseReason restart() {
		return CloseReason.restart(this.properties.retry().toMillis());
	}

	private void onLoops(Consumer<WebSocketConnection> action) {
		this.rosters.forEach((loop, roster) -> loop.execute(() -> List.copyOf(roster.all()).forEach(action)));
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
