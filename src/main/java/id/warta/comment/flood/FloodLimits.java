package id.warta.comment.flood;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import id.warta.comment.CommentProperties;
import id.warta.platform.RateLimitedException;
import id.warta.platform.RedisLink;
import id.warta.platform.http.ClientNetwork;
import io.github.bucket4j.TimeMeter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Limits how many comments, likes and reports come from one address, in one name and
 * below one article, over all nodes. While Redis is away each node limits by itself.
 */
@Component
public class FloodLimits {

	private final Buckets buckets;

	private final Limit address;

	private final Limit email;

	private final Limit article;

	private final Limit reactions;

	FloodLimits(CommentProperties properties, RedisLink redis, InstantSource clock) {
		TimeMeter time = time(clock);
		Duration period = properties.limitPeriod();
		this.buckets = new FallingBackBuckets(new RedisBuckets(redis, time), new LocalBuckets(time), clock);
		this.address = new Limit("address", properties.perAddress(), period);
		this.email = new Limit("email", properties.perEmail(), period);
		this.article = new Limit("article", properties.perArticle(), period);
		this.reactions = new Limit("reactions", properties.reactionsPerAddress(), period);
	}

	static TimeMeter time(InstantSource clock) {
		return new TimeMeter() {

			@Override
			public long currentTimeNanos() {
				return Duration.ofMillis(clock.millis()).toNanos();
			}

			@Override
			public boolean isWallClockBased() {
				return true;
			}

		};
	}

	private record Taken(Limit limit, String whose) {

	}

	/**
	 * Counts a comment.
	 * @param network where it comes from; if nobody knows, that isn't limited
	 * @param name what stands for its author's e-mail address
	 * @param articleId what it stands below
	 * @return fails with {@link RateLimitedException} if there were too many; then
	 * nothing is counted
	 */
	public Mono<Void> comment(ClientNetwork network, String name, long articleId) {
		Taken inName = new Taken(this.email, name);
		Taken below = new Taken(this.article, Long.toString(articleId));
		return takeAll(network.isKnown() ? List.of(new Taken(this.address, key(network)), inName, below)
				: List.of(inName, below));
	}

	/**
	 * Counts a like or a report.
	 * @param network where it comes from; if nobody knows, that isn't limited
	 * @return fails with {@link RateLimitedException} if there were too many
	 */
	public Mono<Void> reaction(ClientNetwork network) {
		return network.isKnown() ? takeAll(List.of(new Taken(this.reactions, key(network)))) : Mono.empty();
	}

	private static String key(ClientNetwork network) {
		return network.size() + "-" + Long.toHexString(network.bits());
	}

	private Mono<Void> takeAll(List<Taken> all) {
		return Flux.range(0, all.size()).concatMap((place) -> take(all, place)).then();
	}

	/** Whatever was taken before goes back if there is nothing to take here. */
	private Mono<Void> take(List<Taken> all, int place) {
		Taken next = all.get(place);
		return this.buckets.take(next.limit(), next.whose())
			.filter((wait) -> !wait.isZero())
			.flatMap((wait) -> Flux.fromIterable(all.subList(0, place))
				.concatMap((taken) -> this.buckets.giveBack(taken.limit(), taken.whose()))
				.then(Mono.error(() -> new RateLimitedException(wait))));
	}

}
