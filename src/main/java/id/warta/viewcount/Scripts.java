package id.warta.viewcount;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.ReactiveRedisClusterConnection;
import org.springframework.data.redis.connection.ReactiveRedisConnection;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
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

	private final ReactiveRedisConnectionFactory factory;

	private final List<Runnable> onDisconnect = new CopyOnWriteArrayList<>();

	private volatile Mono<ReactiveRedisConnection> connection;

	private volatile boolean running;

	Scripts(ReactiveRedisConnectionFactory factory) {
		this.factory = factory;
		this.connection = connect();
	}

	private Mono<ReactiveRedisConnection> connect() {
		return Mono.fromSupplier(this::open)
			.subscribeOn(Schedulers.boundedElastic())
			.cache((opened) -> EVER, (failed) -> FAILURE, () -> FAILURE);
	}

	private ReactiveRedisConnection open() {
		ReactiveRedisConnection opened = this.factory.getReactiveConnection();
		if (this.factory instanceof LettuceConnectionFactory lettuce) {
			lettuce.getRequiredNativeClient().addListener(new RedisConnectionStateListener() {

				@Override
				public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
					Scripts.this.onDisconnect.forEach(Runnable::run);
				}

			});
		}
		return opened;
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
		return this.connection.map(ReactiveRedisClusterConnection.class::isInstance);
	}

	/**
	 * Runs a script, in one round trip; scripts that are run at once share it.
	 * @param script what to run
	 * @param keys its {@code KEYS}
	 * @param arguments its {@code ARGV}
	 * @return what it returns; bulk strings as byte buffers
	 */
	<T> Flux<T> run(Script script, List<String> keys, List<String> arguments) {
		ByteBuffer[] parameters = Stream.concat(keys.stream(), arguments.stream())
			.map(StandardCharsets.UTF_8::encode)
			.toArray(ByteBuffer[]::new);
		return this.connection.flatMapMany((opened) -> run(opened, script, keys.size(), parameters));
	}

	private static <T> Flux<T> run(ReactiveRedisConnection connection, Script script, int keys,
			ByteBuffer[] parameters) {
		return connection.scriptingCommands()
			.<T>evalSha(script.digest(), script.result(), keys, parameters)
			.onErrorResume(Scripts::isUnknownScript, (ex) -> connection.scriptingCommands()
				.eval(StandardCharsets.UTF_8.encode(script.text()), script.result(), keys, parameters));
	}

	private static boolean isUnknownScript(Throwable ex) {
		return ex instanceof RedisNoScriptException || ex.getCause() instanceof RedisNoScriptException;
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
