package id.warta.live;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How connections that stay are looked after.
 *
 * @param keepAlive after how long without a word a client is asked whether it is there,
 * or told that the server is, in whole seconds
 * @param pongTimeout how long it may take for the answer, in whole seconds
 * @param returnWithin over how long clients spread their return when the server stops
 */
@ConfigurationProperties("warta.live")
public record ConnectionProperties(@DefaultValue("15s") Duration keepAlive, @DefaultValue("10s") Duration pongTimeout,
		@DefaultValue("5s") Duration returnWithin) {

	private static final Duration SOONEST = Duration.ofMillis(500);

	/**
	 * After how long without a word a client is taken for dead.
	 */
	public Duration deadAfter() {
		return this.keepAlive.plus(this.pongTimeout);
	}

	/**
	 * When a client should come again, another time for each.
	 */
	public Duration retry() {
		long spread = Math.max(1, this.returnWithin.minus(SOONEST).toMillis());
		return SOONEST.plusMillis(ThreadLocalRandom.current().nextLong(spread));
	}

}
