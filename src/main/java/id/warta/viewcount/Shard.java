package id.warta.viewcount;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A share of the articles. All of its keys lie in one hash slot, so that a script over
 * them works on Redis Cluster too.
 *
 * @param number 0 to {@value #COUNT} - 1
 */
record Shard(int number) {

	/**
	 * How many there are. It never changes, since counts wait in Redis by shard. More
	 * would spread better over a cluster, and make a list of counts dearer: a page of
	 * twenty articles touches about a dozen of these.
	 */
	static final int COUNT = 16;

	/** The field that holds a batch's number, beside the counts by article. */
	static final String NUMBER = "#";

	static final List<Shard> ALL = IntStream.range(0, COUNT).mapToObj(Shard::new).toList();

	static Shard of(long articleId) {
		return ALL.get(Math.floorMod(articleId, COUNT));
	}

	/**
	 * The batch that views are added to: a hash of counts by article, with the batch's
	 * {@link #NUMBER}, and of each article its counts by source
	 * ({@code <article>:<source>}, but for {@link ViewSource#REST}) and whether it has
	 * had new visitors in the month ({@code <article>:<month>}). It is never empty once
	 * the shard was used: the number stays.
	 */
	String pending() {
		return key("pending");
	}

	/**
	 * The batch that is on its way to PostgreSQL, if there is one; a hash like
	 * {@link #pending()}.
	 */
	String flight() {
		return key("flight");
	}

	/**
	 * Exists while a visitor's further views of an article are not counted; the times (ms
	 * since 1970) of the oldest and the newest that were: {@code <oldest>:<newest>}.
	 */
	String seen(long articleId, String visitor) {
		return key("seen:" + articleId + ":" + visitor);
	}

	/**
	 * The visitors of an hour that came from a network: a hash without values.
	 * @param hour since 1970
	 */
	String network(String network, long hour) {
		return key("network:" + network + ":" + hour);
	}

	/**
	 * The visitors who read an article in a month (UTC): a HyperLogLog.
	 */
	String visitors(long articleId, YearMonth month) {
		return key("visitors:" + articleId + ":" + month);
	}

	private String key(String name) {
		return "warta:{v" + this.number + "}:" + name;
	}

}
