package id.warta.viewcount;

import java.nio.charset.StandardCharsets;
import java.util.List;

import id.warta.platform.RedisLink;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Runs scripts on the shared connection to Redis.
 */
@Component
class Scripts {

	private final RedisLink redis;

	Scripts(RedisLink redis) {
		this.redis = redis;
	}

	/**
	 * Has something done whenever a connection to Redis is lost, before there is a new
	 * one.
	 */
	void onDisconnect(Runnable action) {
		this.redis.onDisconnect(action);
	}

	/**
	 * Whether keys of different shards may lie on different servers, so that no script
	 * can take them together.
	 */
	Mono<Boolean> clustered() {
		return this.redis.commands().map(RedisAdvancedClusterAsyncCommands.class::isInstance);
	}

	/**
	 * Runs a script, in one round trip; scripts that are run at once share it.
	 * @param script what to run
	 * @param keys its {@code KEYS}
	 * @param arguments its {@code ARGV}
	 * @return what it returns; texts as bytes
	 */
	<T> Mono<T> run(Script script, List<String> keys, List<String> arguments) {
		byte[][] names = bytes(keys);
		byte[][] values = bytes(arguments);
		return this.redis.commands()
			.flatMap((opened) -> Mono
				.<T>fromCompletionStage(() -> opened.evalsha(script.digest(), script.result(), names, values))
				.onErrorResume(RedisNoScriptException.class, (ex) -> Mono
					.fromCompletionStage(() -> opened.eval(script.text(), script.result(), names, values))));
	}

	private static byte[][] bytes(List<String> texts) {
		byte[][] bytes = new byte[texts.size()][];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = texts.get(i).getBytes(StandardCharsets.UTF_8);
		}
		return bytes;
	}

}
