package id.warta.viewcount;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.core.ReactiveHashOperations;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/**
 * What a Redis that crashes does to the shards of some articles.
 */
final class RedisCrashes {

	private final ReactiveStringRedisTemplate redis;

	private final ReactiveHashOperations<String, String, String> hashes;

	private final List<Shard> shards;

	RedisCrashes(ReactiveStringRedisTemplate redis, List<Long> articles) {
		this.redis = redis;
		this.hashes = redis.opsForHash();
		this.shards = articles.stream().map(Shard::of).distinct().toList();
	}

	/**
	 * What is in Redis now, the visitors' windows aside.
	 */
	Map<String, Map<String, String>> copy() {
		return batches()
			.concatMap((key) -> this.hashes.entries(key)
				.collectMap(Map.Entry::getKey, Map.Entry::getValue)
				.map((fields) -> Map.entry(key, fields)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.block();
	}

	/**
	 * Redis goes back in time.
	 */
	void goBackTo(Map<String, Map<String, String>> copy) {
		Flux.fromIterable(copy.entrySet())
			.concatMap((hash) -> this.redis.delete(hash.getKey())
				.then(hash.getValue().isEmpty() ? Mono.empty() : this.hashes.putAll(hash.getKey(), hash.getValue())))
			.blockLast();
	}

	/**
	 * Redis loses its memory.
	 */
	void loseAll() {
		Flux.fromIterable(this.shards)
			.concatMap((shard) -> this.redis.keys("warta:{v" + shard.number() + "}:*"))
			.concatMap(this.redis::delete)
			.blockLast();
	}

	private Flux<String> batches() {
		return Flux.fromStream(this.shards.stream().flatMap((shard) -> Stream.of(shard.pending(), shard.flight())));
	}

}
