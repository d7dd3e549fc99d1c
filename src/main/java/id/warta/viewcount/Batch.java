package id.warta.viewcount;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

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

	long size() {
		return this.views.values().stream().mapToLong(Long::longValue).sum();
	}

}
