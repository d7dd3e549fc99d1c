package id.warta.viewcount;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.stereotype.Component;

/**
 * Counts views in Redis.
 */
@Component
class ViewCounter {

	/**
	 * The first view of a window is added to the pending batch. The key of a window holds
	 * the time of the newest view that was counted, by which a view that comes late, or
	 * again, is known: it must be further from that one than a window, and not before it
	 * if it may be the same one.
	 * <p>
	 * A network's visitors of an hour are remembered, up to the limit; the views of those
	 * beyond it don't count.
	 * <p>
	 * A new batch is begun if there is none, or one that PostgreSQL holds already: a
	 * Redis that went back in time brings such back, and all of its views are recorded.
	 * The new number is above all that PostgreSQL and Redis know, and above what a Redis
	 * that lost its memory has given to batches that are still on their way: microseconds
	 * pass faster than batches.
	 * <p>
	 * So a number tells whether Redis has forgotten anything since a view. If it has, it
	 * can't tell whether it counted that view before, and doesn't count it.
	 */
	private static final Script COUNT = Script.of("""
			local seen, pending, flight, network, visitors = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
			local article, visitor, source, month = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
			local at, uncertain, window, keep = tonumber(ARGV[5]), ARGV[6] == '1', tonumber(ARGV[7]), ARGV[8]
			local recorded, limit, hour, days = tonumber(ARGV[9]), tonumber(ARGV[10]), ARGV[11], ARGV[12]
			local last = tonumber(redis.call('get', seen) or '')
			if last and (math.abs(at - last) < window or uncertain and at <= last) then
			    return 0
			end
			local number = tonumber(redis.call('hget', pending, '#') or 0)
			if uncertain and recorded > 0 and (number <= recorded or number > at * 1000) then
			    return -2
			end
			if redis.call('hexists', network, visitor) == 0 then
			    if redis.call('hlen', network) >= limit then
			        return -1
			    end
			    redis.call('hset', network, visitor, '')
			    redis.call('pexpire', network, hour)
			end
			if not last or at > last then
			    redis.call('set', seen, ARGV[5], 'px', keep)
			end
			if number <= recorded then
			    local flying = tonumber(redis.call('hget', flight, '#') or 0)
			    local now = redis.call('time')
			    number = math.max(recorded, flying, now[1] * 1000000 + now[2]) + 1
			    redis.call('unlink', pending)
			    redis.call('hset', pending, '#', string.format('%d', number))
			end
			redis.call('hincrby', pending, article, 1)
			redis.call('hincrby', pending, article .. ':' .. source, 1)
			if redis.call('pfadd', visitors, visitor) == 1 then
			    redis.call('pexpire', visitors, days)
			    redis.call('hset', pending, article .. ':' .. month, redis.call('pfcount', visitors))
			end
			return 1
			""", ReturnType.INTEGER);

	private static final Duration HOUR = Duration.ofHours(1);

	/** How long visitors are told apart, from the last new one on. */
	private static final Duration MONTH = Duration.ofDays(32);

	/** Long enough to know a view again that is sent anew at once. */
	private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);

	private final Scripts scripts;

	private final InstantSource clock;

	private final Duration window;

	private final int newVisitors;

	@Autowired
	ViewCounter(Scripts scripts, InstantSource clock, ViewProperties properties) {
		this.scripts = scripts;
		this.clock = clock;
		this.window = properties.window();
		this.newVisitors = properties.newVisitorsPerNetwork();
	}

	/**
	 * Counts a view, unless the visitor's window is open.
	 * @param recorded the newest batch of the article's shard that PostgreSQL holds, or
	 * held when the connection to Redis was made
	 * @param uncertain whether this very view may have been counted before
	 * @return what became of it, {@link ViewOutcome#UNAVAILABLE} if nobody will ever
	 * know; after an error nobody knows yet, and a repetition tells
	 */
	Mono<ViewOutcome> count(CountedView view, long recorded, boolean uncertain) {
		Shard shard = Shard.of(view.article());
		Instant at = view.at();
		YearMonth month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
		List<String> keys = List.of(shard.seen(view.article(), view.visitor()), shard.pending(), shard.flight(),
				shard.network(view.network(), at.getEpochSecond() / HOUR.toSeconds()),
				shard.visitors(view.article(), month));
		List<String> arguments = List.of(Long.toString(view.article()), view.visitor(), view.source().name(),
				month.toString(), Long.toString(at.toEpochMilli()), uncertain ? "1" : "0",
				Long.toString(this.window.toMillis()), Long.toString(keep(at)), Long.toString(recorded),
				Integer.toString(this.newVisitors), Long.toString(HOUR.toMillis()), Long.toString(MONTH.toMillis()));
		return this.scripts.<Long>run(COUNT, keys, arguments).single().map(ViewCounter::outcome);
	}

	/** A view that comes late opens what is left of its window. */
	private long keep(Instant at) {
		Duration left = this.window.minus(Duration.between(at, this.clock.instant()));
		Duration shortest = (this.window.compareTo(SHORTEST_WINDOW) < 0) ? this.window : SHORTEST_WINDOW;
		return ((left.compareTo(shortest) > 0) ? left : shortest).toMillis();
	}

	private static ViewOutcome outcome(long counted) {
		return switch ((int) counted) {
			case 1 -> ViewOutcome.COUNTED;
			case 0 -> ViewOutcome.ALREADY_COUNTED;
			case -1 -> ViewOutcome.TOO_MANY_VISITORS;
			default -> ViewOutcome.UNAVAILABLE;
		};
	}

}
