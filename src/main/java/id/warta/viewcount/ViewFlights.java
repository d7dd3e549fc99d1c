package id.warta.viewcount;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.connection.ReturnType;
import org.springframework.stereotype.Component;

/**
 * Takes batches out of Redis. A shard has one batch in flight at most, and it stays there
 * until somebody knows that PostgreSQL holds it: whoever takes the shard's batch
 * meanwhile gets the same one.
 */
@Component
class ViewFlights {

	private static final Script TAKE = Script.of("""
			local pending, flight = KEYS[1], KEYS[2]
			if redis.call('exists', flight) == 0 then
			    if redis.call('hlen', pending) < 2 then
			        return {}
			    end
			    redis.call('rename', pending, flight)
			    redis.call('hset', pending, '#', redis.call('hget', flight, '#'))
			    redis.call('hincrby', pending, '#', 1)
			end
			return redis.call('hgetall', flight)
			""", ReturnType.MULTI);

	private static final Script FORGET = Script.of("""
			local flight, number = KEYS[1], ARGV[1]
			if redis.call('hget', flight, '#') == number then
			    return redis.call('unlink', flight)
			end
			return 0
			""", ReturnType.INTEGER);

	private final Scripts scripts;

	ViewFlights(Scripts scripts) {
		this.scripts = scripts;
	}

	/**
	 * The batch in flight, or else the pending one, which is in flight from now on; empty
	 * if the shard has nothing.
	 */
	Mono<Batch> take(Shard shard) {
		return this.scripts.<List<ByteBuffer>>run(TAKE, List.of(shard.pending(), shard.flight()), List.of())
			.single()
			.filter((hash) -> !hash.isEmpty())
			.map((hash) -> batch(shard, hash));
	}

	/**
	 * All shards' batches, in one round trip.
	 */
	Flux<Batch> takeAll() {
		return Flux.fromIterable(Shard.ALL).flatMap(this::take, Shard.COUNT);
	}

	private static Batch batch(Shard shard, List<ByteBuffer> hash) {
		Map<String, Long> fields = new HashMap<>();
		for (int i = 0; i < hash.size(); i += 2) {
			fields.put(text(hash.get(i)), Long.valueOf(text(hash.get(i + 1))));
		}
		long number = Objects.requireNonNull(fields.remove(Shard.NUMBER));
		Map<Long, Long> views = new HashMap<>();
		fields.forEach((article, count) -> views.put(Long.valueOf(article), count));
		return new Batch(shard, number, views);
	}

	private static String text(ByteBuffer bytes) {
		return StandardCharsets.US_ASCII.decode(bytes.duplicate()).toString();
	}

	/**
	 * Lets a batch go that PostgreSQL holds; a newer one stays.
	 */
	Mono<Void> forget(Batch batch) {
		return this.scripts.run(FORGET, List.of(batch.shard().flight()), List.of(Long.toString(batch.number()))).then();
	}

}
