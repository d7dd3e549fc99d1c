package id.warta.viewcount;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.stereotype.Component;

/**
 * Counts views in Redis.
 */
@Component
class ViewCounter {

	/**
	 * The first view of a window is added to the pending batch. A new batch is begun if
	 * there is none, or one that PostgreSQL holds already: a Redis that went back in time
	 * brings such back, and all of its views are recorded. The new number is above all
	 * that PostgreSQL and Redis know, and above what a Redis that lost its memory has
	 * given to batches that are still on their way: microseconds pass faster than
	 * batches.
	 */
	private static final Script COUNT = Script.of("""
			local seen, pending, flight = KEYS[1], KEYS[2], KEYS[3]
			local article, window, recorded = ARGV[1], ARGV[2], tonumber(ARGV[3])
			if not redis.call('set', seen, '', 'nx', 'px', window) then
			    return 0
			end
			if tonumber(redis.call('hget', pending, '#') or 0) <= recorded then
			    local flying = tonumber(redis.call('hget', flight, '#') or 0)
			    local now = redis.call('time')
			    local number = math.max(recorded, flying, now[1] * 1000000 + now[2]) + 1
			    redis.call('unlink', pending)
			    redis.call('hset', pending, '#', string.format('%d', number))
			end
			redis.call('hincrby', pending, article, 1)
			return 1
			""", ReturnType.INTEGER);

	/** 72 bits, which no two visitors of an article share by chance. */
	private static final int DIGEST_BYTES = 9;

	private final Scripts scripts;

	private final Duration window;

	@Autowired
	ViewCounter(Scripts scripts, ViewProperties properties) {
		this(scripts, properties.window());
	}

	ViewCounter(Scripts scripts, Duration window) {
		this.scripts = scripts;
		this.window = window;
	}

	/**
	 * Counts a view, unless the visitor's window is open.
	 * @param articleId the article
	 * @param visitor whoever reads it; only a digest is kept
	 * @param recorded the newest batch of the article's shard that PostgreSQL holds, read
	 * just before
	 * @return whether it was counted; after an error nobody knows, and a repetition tells
	 */
	Mono<Boolean> count(long articleId, String visitor, long recorded) {
		Shard shard = Shard.of(articleId);
		List<String> keys = List.of(shard.seen(articleId, digest(visitor)), shard.pending(), shard.flight());
		List<String> arguments = List.of(Long.toString(articleId), Long.toString(this.window.toMillis()),
				Long.toString(recorded));
		return this.scripts.<Long>run(COUNT, keys, arguments).single().map((counted) -> counted == 1);
	}

	private static String digest(String visitor) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(visitor.getBytes(StandardCharsets.UTF_8));
			return StandardCharsets.US_ASCII
				.decode(Base64.getUrlEncoder().withoutPadding().encode(ByteBuffer.wrap(digest, 0, DIGEST_BYTES)))
				.toString();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
