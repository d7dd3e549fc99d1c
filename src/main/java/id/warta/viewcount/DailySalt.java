package id.warta.viewcount;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.lettuce.core.ScriptOutputType;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A random text that all nodes share for a day (UTC), and forget by the end of the next
 * one. What is hashed with it can't be followed from one day to the next, nor be undone.
 */
@Component
class DailySalt {

	private static final Script SALT = Script.of("""
			redis.call('set', KEYS[1], ARGV[1], 'nx', 'ex', ARGV[2])
			return redis.call('get', KEYS[1])
			""", ScriptOutputType.VALUE);

	private static final int BYTES = 16;

	private static final Duration DAY = Duration.ofDays(1);

	/** The day itself, and what nodes' clocks may be apart. */
	private static final Duration KEPT = Duration.ofHours(25);

	private final Scripts scripts;

	private final SecureRandom random = new SecureRandom();

	private final Map<Long, String> known = new ConcurrentHashMap<>();

	/** What Redis may have forgotten, and is told again. */
	private final Map<Long, String> offered = new ConcurrentHashMap<>();

	DailySalt(Scripts scripts) {
		this.scripts = scripts;
		scripts.onDisconnect(this::forget);
	}

	private void forget() {
		this.offered.putAll(this.known);
		this.known.clear();
	}

	/**
	 * The salt of a moment's day; an error if Redis is away and this node has not heard
	 * of it yet. Of a day that is long over it is a new one.
	 */
	Mono<String> of(Instant moment) {
		return Mono.defer(() -> {
			long day = moment.toEpochMilli() / DAY.toMillis();
			String salt = this.known.get(day);
			return (salt != null) ? Mono.just(salt) : read(day);
		});
	}

	private Mono<String> read(long day) {
		String offer = this.offered.computeIfAbsent(day, (missing) -> anew());
		return this.scripts
			.<byte[]>run(SALT, List.of("warta:salt:" + day), List.of(offer, Long.toString(KEPT.toSeconds())))
			.map((text) -> new String(text, StandardCharsets.US_ASCII))
			.doOnNext((text) -> remember(day, text));
	}

	private String anew() {
		byte[] salt = new byte[BYTES];
		this.random.nextBytes(salt);
		return HexFormat.of().formatHex(salt);
	}

	/** And forgets what no view needs any longer. */
	private void remember(long day, String salt) {
		this.known.put(day, salt);
		this.offered.remove(day);
		this.known.keySet().removeIf((other) -> other < day - 1);
		this.offered.keySet().removeIf((other) -> other < day - 1);
	}

}
