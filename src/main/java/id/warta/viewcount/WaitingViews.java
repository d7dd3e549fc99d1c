package id.warta.viewcount;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.lettuce.core.ScriptOutputType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

import org.springframework.stereotype.Component;

/**
 * Reads the views that wait in Redis: of any number of articles in one round trip, by one
 * script, or on Redis Cluster by one for each shard.
 */
@Component
class WaitingViews {

	private static final Logger log = LoggerFactory.getLogger(WaitingViews.class);

	/**
	 * The keys are hashes in pairs; the arguments, for each pair, how many fields to read
	 * of both, then their names.
	 */
	private static final Script READ = Script.of("""
			local read, at = {}, 1
			for k = 1, #KEYS, 2 do
			    local last = at + ARGV[at]
			    read[k] = redis.call('hmget', KEYS[k], unpack(ARGV, at + 1, last))
			    read[k + 1] = redis.call('hmget', KEYS[k + 1], unpack(ARGV, at + 1, last))
			    at = last + 1
			end
			return read
			""", ScriptOutputType.MULTI);

	private final Scripts scripts;

	WaitingViews(Scripts scripts) {
		this.scripts = scripts;
	}

	/**
	 * The articles' views in batches that are pending or in flight; nothing for an
	 * article that has none, or while Redis can't tell.
	 */
	Flux<Tally> of(Collection<Long> articles) {
		List<Part> parts = articles.stream()
			.distinct()
			.collect(Collectors.groupingBy(Shard::of))
			.entrySet()
			.stream()
			.map((shard) -> new Part(shard.getKey(), shard.getValue()))
			.toList();
		return this.scripts.clustered()
			.flatMapIterable((clustered) -> clustered ? parts.stream().map(List::of).toList() : List.of(parts))
			.flatMap((some) -> read(some).onErrorResume(WaitingViews::failed), Shard.COUNT)
			.onErrorResume(WaitingViews::failed);
	}

	private static Flux<Tally> failed(Throwable ex) {
		log.debug("The views that wait could not be read", ex);
		return Flux.empty();
	}

	private record Part(Shard shard, List<Long> articles) {

		Stream<String> keys() {
			return Stream.of(this.shard.pending(), this.shard.flight());
		}

		Stream<String> arguments() {
			return Stream.concat(Stream.of(Integer.toString(1 + this.articles.size()), Shard.NUMBER),
					this.articles.stream().map(Object::toString));
		}

	}

	private Flux<Tally> read(List<Part> parts) {
		return this.scripts
			.<List<List<byte @Nullable []>>>run(READ, parts.stream().flatMap(Part::keys).toList(),
					parts.stream().flatMap(Part::arguments).toList())
			.flatMapIterable((hashes) -> IntStream.range(0, hashes.size())
				.boxed()
				.flatMap((i) -> tallies(parts.get(i / 2), hashes.get(i)))
				.toList());
	}

	private static Stream<Tally> tallies(Part part, List<? extends byte @Nullable []> hash) {
		return IntStream.range(0, part.articles().size())
			.filter((i) -> hash.get(0) != null && hash.get(i + 1) != null)
			.mapToObj((i) -> new Tally(part.articles().get(i), number(hash.get(0)), number(hash.get(i + 1))));
	}

	private static long number(byte @Nullable [] text) {
		return Long.parseLong(new String(Objects.requireNonNull(text), StandardCharsets.US_ASCII));
	}

}
