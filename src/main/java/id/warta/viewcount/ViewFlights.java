package id.warta.viewcount;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.lettuce.core.ScriptOutputType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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
			""", ScriptOutputType.MULTI);

	private static final Script VISITORS = Script.of("""
			local counts = {}
			for k = 1, #KEYS do
			    counts[k] = redis.call('pfcount', KEYS[k])
			end
			return counts
			""", ScriptOutputType.MULTI);

	/**
	 * How many articles' visitors are asked for at once, so that Redis has time for
	 * others.
	 */
	private static final int AT_ONCE = 1000;

	private static final Script FORGET = Script.of("""
			local flight, number = KEYS[1], ARGV[1]
			if redis.call('hget', flight, '#') == number then
			    return redis.call('unlink', flight)
			end
			return 0
			""", ScriptOutputType.INTEGER);

	private final Scripts scripts;

	ViewFlights(Scripts scripts) {
		this.scripts = scripts;
	}

	/**
	 * The batch in flight, or else the pending one, which is in flight from now on; empty
	 * if the shard has nothing.
	 */
	Mono<Batch> take(Shard shard) {
		return this.scripts.<List<byte[]>>run(TAKE, List.of(shard.pending(), shard.flight()), List.of())
			.filter((hash) -> !hash.isEmpty())
			.flatMap((hash) -> batch(shard, hash));
	}

	private Mono<Batch> batch(Shard shard, List<byte[]> hash) {
		long number = 0;
		Map<Long, Long> views = new HashMap<>();
		List<Batch.OfSource> sources = new ArrayList<>();
		List<Met> met = new ArrayList<>();
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
				met.add(new Met(Long.parseLong(field[0]), YearMonth.parse(field[1])));
			}
			else {
				sources.add(new Batch.OfSource(Long.parseLong(field[0]), ViewSource.named(field[1]), count));
			}
		}
		sources.addAll(rest(views, sources));
		long taken = number;
		return visitors(shard, met).map((visitors) -> new Batch(shard, taken, views, sources, visitors));
	}

	/** An article that has had new visitors in a month. */
	private record Met(long article, YearMonth month) {

	}

	private static List<Batch.OfSource> rest(Map<Long, Long> views, List<Batch.OfSource> sources) {
		Map<Long, Long> rest = new HashMap<>(views);
		sources.forEach((counted) -> rest.merge(counted.article(), -counted.views(), Long::sum));
		return rest.entrySet()
			.stream()
			.filter((counted) -> counted.getValue() > 0)
			.map((counted) -> new Batch.OfSource(counted.getKey(), ViewSource.REST, counted.getValue()))
			.toList();
	}

	private Mono<List<Batch.Visitors>> visitors(Shard shard, List<Met> met) {
		return Flux.fromIterable(met).buffer(AT_ONCE).concatMap((some) -> someVisitors(shard, some)).collectList();
	}

	private Flux<Batch.Visitors> someVisitors(Shard shard, List<Met> met) {
		List<String> keys = met.stream().map((one) -> shard.visitors(one.article(), one.month())).toList();
		return this.scripts.<List<Long>>run(VISITORS, keys, List.of())
			.flatMapIterable((counts) -> IntStream.range(0, met.size())
				.filter((i) -> counts.get(i) > 0)
				.mapToObj((i) -> new Batch.Visitors(met.get(i).article(), met.get(i).month(), counts.get(i)))
				.toList());
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.US_ASCII);
	}

	/**
	 * Lets a batch go that PostgreSQL holds; a newer one stays.
	 */
	Mono<Void> forget(Batch batch) {
		return this.scripts.run(FORGET, List.of(batch.shard().flight()), List.of(Long.toString(batch.number()))).then();
	}

}
