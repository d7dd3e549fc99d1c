package id.warta.comment.flood;

import java.time.Duration;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;

/**
 * How often something may happen: a bucket of tokens that refills evenly (token bucket,
 * as Bucket4j has it).
 *
 * @param name what the keys of its buckets begin with
 * @param tokens how many there are, and are again after the period
 * @param period in which an empty bucket is full again
 */
record Limit(String name, int tokens, Duration period) {

	BucketConfiguration configuration() {
		return BucketConfiguration.builder().addLimit(bandwidth()).build();
	}

	Bandwidth bandwidth() {
		return Bandwidth.builder().capacity(this.tokens).refillGreedy(this.tokens, this.period).build();
	}

	/**
	 * The key of somebody's bucket.
	 */
	String key(String whose) {
		return "warta:flood:" + this.name + ":" + whose;
	}

}
