package id.warta.viewcount;

import java.time.Duration;
import java.util.List;

import io.lettuce.core.ScriptOutputType;
import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Says whether Redis answers, and counts. Without it Warta works, though less well: views
 * wait to be counted, and numbers lag. So it is {@code DEGRADED}, and not {@code DOWN},
 * by which a load balancer would take the node from its readers.
 */
@Component("redisHealthIndicator")
class RedisHealth implements ReactiveHealthIndicator {

	private static final Status DEGRADED = new Status("DEGRADED");

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final Script PING = Script.of("return 1", ScriptOutputType.INTEGER);

	private final Scripts scripts;

	private final ViewRing ring;

	RedisHealth(Scripts scripts, ViewRing ring) {
		this.scripts = scripts;
		this.ring = ring;
	}

	@Override
	public Mono<Health> health() {
		return this.scripts.run(PING, List.of("warta:health"), List.of())
			.then(Mono.fromSupplier(() -> (this.ring.size() > 0) ? Health.status(DEGRADED) : Health.up()))
			.timeout(PATIENCE)
			.onErrorResume((ex) -> Mono.just(Health.status(DEGRADED)))
			.map((health) -> health.withDetail("waitingViews", this.ring.size()).build());
	}

}
