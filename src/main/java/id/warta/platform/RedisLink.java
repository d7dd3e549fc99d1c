package id.warta.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * The shared connection to Redis, for commands at Lettuce's own price. The factory opens
 * it by blocking, so it is asked off the event loops, once; a failure is remembered for a
 * second, so that nobody waits for a Redis that is away.
 */
@Component
public class RedisLink implements SmartLifecycle {

	private static final Duration FAILURE = Duration.ofSeconds(1);

	private static final Duration EVER = Duration.ofMillis(Long.MAX_VALUE);

	private final LettuceConnectionFactory factory;

	private final List<Runnable> onDisconnect = new CopyOnWriteArrayList<>();

	private volatile Mono<RedisClusterAsyncCommands<byte[], byte[]>> connection;

	private volatile boolean running;

	/**
	 * Creates it; the connection is opened when it is first needed.
	 */
	public RedisLink(LettuceConnectionFactory factory) {
		this.factory = factory;
		this.connection = connect();
	}

	private Mono<RedisClusterAsyncCommands<byte[], byte[]>> connect() {
		return Mono.fromSupplier(this::open)
			.subscribeOn(Schedulers.boundedElastic())
			.cache((opened) -> EVER, (failed) -> FAILURE, () -> FAILURE);
	}

	/** Spring's own reactive commands would cost more than most commands do. */
	@SuppressWarnings("unchecked")
	private RedisClusterAsyncCommands<byte[], byte[]> open() {
		Object opened = this.factory.getConnection().getNativeConnection();
		this.factory.getRequiredNativeClient().addListener(new RedisConnectionStateListener() {

			@Override
			public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
				RedisLink.this.onDisconnect.forEach(Runnable::run);
			}

		});
		return (RedisClusterAsyncCommands<byte[], byte[]>) opened;
	}

	/**
	 * Has something done whenever a connection to Redis is lost, before there is a new
	 * one.
	 */
	public void onDisconnect(Runnable action) {
		this.onDisconnect.add(action);
	}

	/**
	 * The commands: those of a cluster if it is one.
	 */
	public Mono<RedisClusterAsyncCommands<byte[], byte[]>> commands() {
		return this.connection;
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
