package id.warta.viewcount;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
	 * What Redis holds at a moment.
	 *
	 * @param batches the batches
	 * @param windows the keys of the windows that are open
	 */
	record Copy(Map<String, Map<String, String>> batches, Set<String> windows) {

	}

	/**
	 * What is in Redis now.
	 */
	Copy copy() {
		Map<String, Map<String, String>> batches = batches()
			.concatMap((key) -> this.hashes.entries(key)
				.collectMap(Map.Entry::getKey, Map.Entry::getValue)
				.map((fields) -> Map.entry(key, fields)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.block();
		return new Copy(batches, windows().collect(Collectors.toSet()).block());
	}

	/**
	 * Redis goes back in time.
	 */
	void goBackTo(Copy copy) {
		Flux.fromIterable(copy.batches().entrySet())
			.concatMap((hash) -> this.redis.delete(hash.getKey())
				.then(hash.getValue().isEmpty() ? Mono.empty() : this.hashes.putAll(hash.getKey(), hash.getValue())))
			.blockLast();
		windows().filter((key) -> !copy.windows().contains(key)).concatMap(this.redis::delete).blockLast();
	}

	private Flux<String> windows() {
		return keys(":seen:*");
	}

	/**
	 * Redis loses its memory.
	 */
	void loseAll() {
		keys(":*").concatMap(this.redis::delete).blockLast();
	}

	private Flux<String> keys(String names) {
		return Flux.fromIterable(this.shards)
			.concatMap((shard) -> this.redis.keys("warta:{v" + shard.number() + "}" + names));
	}

	private Flux<String> batches() {
		return Flux.fromStream(this.shards.stream().flatMap((shard) -> Stream.of(shard.pending(), shard.flight())));
	}

}
