package id.warta.platform;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;

import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes a Redis that is away cost nothing but what it would have answered: commands fail
 * at once, instead of waiting in a queue without end.
 */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

	/**
	 * How many commands may wait for their answers, above what any load sends within the
	 * command time-out.
	 */
	private static final int QUEUE = 50_000;

	@Bean
	LettuceClientOptionsBuilderCustomizer failFast() {
		return (options) -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS).requestQueueSize(QUEUE);
	}

}
