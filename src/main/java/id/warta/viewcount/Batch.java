package id.warta.viewcount;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts on their way to PostgreSQL.
 *
 * @param shard whose they are
 * @param number grows from batch to batch of a shard, and is never given to two
 * @param views the views of each article
 * @param sources the same views by where their readers came from
 * @param visitors how many visitors articles have had in a month by now
 */
record Batch(Shard shard, long number, Map<Long, Long> views, List<OfSource> sources, List<Visitors> visitors) {

	/**
	 * Views of an article from one source.
	 */
	record OfSource(long article, ViewSource source, long views) {

	}

	/**
	 * Visitors of an article in a month.
	 */
	record Visitors(long article, YearMonth month, long count) {

	}

	/**
	 * The same in parts, of so many articles each at most.
	 */
	List<Batch> parts(int articles) {
		if (this.views.size() <= articles) {
			return List.of(this);
		}
		List<Long> all = List.copyOf(this.views.keySet());
		Map<Long, List<OfSource>> sources = this.sources.stream().collect(Collectors.groupingBy(OfSource::article));
		Map<Long, List<Visitors>> visitors = this.visitors.stream().collect(Collectors.groupingBy(Visitors::article));
		return IntStream.iterate(0, (from) -> from < all.size(), (from) -> from + articles)
			.mapToObj((from) -> all.subList(from, Math.min(all.size(), from + articles)))
			.map((some) -> new Batch(this.shard, this.number,
					some.stream().collect(Collectors.toMap(Function.identity(), this.views::get)),
					some.stream().flatMap((article) -> sources.getOrDefault(article, List.of()).stream()).toList(),
					some.stream().flatMap((article) -> visitors.getOrDefault(article, List.of()).stream()).toList()))
			.toList();
	}

	long size() {
		return this.views.values().stream().mapToLong(Long::longValue).sum();
	}

}
