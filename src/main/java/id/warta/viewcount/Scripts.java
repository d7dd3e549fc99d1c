package id.warta.viewcount;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Runs scripts on the shared connection to Redis. The factory opens that connection by
 * blocking, so it is asked off the event loops, once; a failure is remembered for a
 * second, so that nobody waits for a Redis that is away.
 */
@Component
class Scripts implements SmartLifecycle {

	private static final Duration FAILURE = Duration.ofSeconds(1);

	private static final Duration EVER = Duration.ofMillis(Long.MAX_VALUE);

	private final LettuceConnectionFactory factory;

	private final List<Runnable> onDisconnect = new CopyOnWriteArrayList<>();

	private volatile Mono<RedisClusterAsyncCommands<byte[], byte[]>> connection;

	private volatile boolean running;

	Scripts(LettuceConnectionFactory factory) {
		this.factory = factory;
		this.connection = connect();
	}

	private Mono<RedisClusterAsyncCommands<byte[], byte[]>> connect() {
		return Mono.fromSupplier(this::open)
			.subscribeOn(Schedulers.boundedElastic())
			.cache((opened) -> EVER, (failed) -> FAILURE, () -> FAILURE);
	}

	/** Spring's own reactive commands would cost more than the script. */
	@SuppressWarnings("unchecked")
	private RedisClusterAsyncCommands<byte[], byte[]> open() {
		Object opened = this.factory.getConnection().getNativeConnection();
		this.factory.getRequiredNativeClient().addListener(new RedisConnectionStateListener() {

			@Override
			public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
				Scripts.this.onDisconnect.forEach(Runnable::run);
			}

		});
		return (RedisClusterAsyncCommands<byte[], byte[]>) opened;
	}

	/**
	 * Has something done whenever a connection to Redis is lost, before there is a new
	 * one.
	 */
	void onDisconnect(Runnable action) {
		this.onDisconnect.add(action);
	}

	/**
	 * Whether keys of different shards may lie on different servers, so that no script
	 * can take them together.
	 */
	Mono<Boolean> clustered() {
		return this.connection.map(RedisAdvancedClusterAsyncCommands.class::isInstance);
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
		return this.connection.flatMap((opened) -> Mono
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

	@Override
	public void start() {
		this.connection = connect();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Just after the factory, whose connections don't outlive a stop.
	 */
	@Override
	public int getPhase() {
		return 1;
	}

}
