package id.warta.live;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * The newest messages of all streams. Whoever comes back after a moment, as all do after
 * a deploy, gets what was missed from here.
 */
@Component
@ConditionalOnWebApplication
class MessageCache {

	private static final long BYTES = 32 * 1024 * 1024;

	/** What an entry takes besides its JSON, which it has twice. */
	private static final int OVERHEAD = 500;

	private static final Duration LIFETIME = Duration.ofMinutes(5);

	private final AsyncCache<Key, Message> messages = Caffeine.newBuilder()
		.maximumWeight(BYTES)
		.weigher((Key key, Message message) -> 2 * message.size() + OVERHEAD)
		.expireAfterWrite(LIFETIME)
		.executor(Runnable::run)
		.buildAsync();

	/**
	 * What tells messages apart.
	 *
	 * @param messages the operation's
	 * @param position the place in the log
	 * @param kind what it is
	 */
	record Key(Messages messages, long position, Message.Kind kind) {

	}

	/**
	 * A message, made if it isn't there, once for all who ask for it at a time.
	 */
	CompletableFuture<Message> get(Key key, Supplier<Mono<Message>> make) {
		return this.messages.get(key, (missing, executor) -> make.get().toFuture());
	}

}
