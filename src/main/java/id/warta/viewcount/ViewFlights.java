package id.warta.viewcount;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

	private static Batch batch(Shard shard, List<ByteBuffer> hash) {
		long number = 0;
		Map<Long, Long> views = new HashMap<>();
		List<Batch.OfSource> sources = new ArrayList<>();
		List<Batch.Visitors> visitors = new ArrayList<>();
		for (int i = 0; i < hash.size(); i += 2) {
			String[] field = text(hash.get(i)).split(":");
			long count = Long.parseLong(text(hash.get(i + 1)));
			if (field[0].equals(Shard.NUMBER)) {
				number = count;
			}
			else if (field.length == 1) {
				views.put(Long.valueOf(field[0]), count);
			}
			else if (Character.isDigit(field[1].charAt(0))) {
				visitors.add(new Batch.Visitors(Long.parseLong(field[0]), YearMonth.parse(field[1]), count));
			}
			else {
				sources.add(new Batch.OfSource(Long.parseLong(field[0]), ViewSource.named(field[1]), count));
			}
		}
		return new Batch(shard, number, views, sources, visitors);
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
