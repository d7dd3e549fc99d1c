package id.warta.viewcount;

import java.util.Map;

/**
 * Counts on their way to PostgreSQL.
 *
 * @param shard whose they are
 * @param number grows from batch to batch of a shard, and is never given to two
 * @param views the views of each article
 */
record Batch(Shard shard, long number, Map<Long, Long> views) {

	long size() {
		return this.views.values().stream().mapToLong(Long::longValue).sum();
	}

}
