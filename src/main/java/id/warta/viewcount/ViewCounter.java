package id.warta.viewcount;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

import io.lettuce.core.ScriptOutputType;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Counts views in Redis.
 */
@Component
class ViewCounter {

	/**
	 * The first view of a window is added to the pending batch. The key of a window holds
	 * the times of the oldest and of the newest view that were counted, and stays for a
	 * window after the last of them came. So a view that comes late, or again, is known:
	 * it must be a window away from both, and not between them.
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
			local at, uncertain, window = tonumber(ARGV[5]), ARGV[6] == '1', ARGV[7]
			local recorded, limit, hours, days = tonumber(ARGV[8]), tonumber(ARGV[9]), ARGV[10], ARGV[11]
			local number = tonumber(redis.call('hget', pending, '#') or 0)
			local forgetful = uncertain and recorded > 0 and (number <= recorded or number > at * 1000)
			local first, last
			if forgetful or not redis.call('set', seen, ARGV[5] .. ':' .. ARGV[5], 'nx', 'px', window) then
			    first, last = string.match(redis.call('get', seen) or '', '(%d+):(%d+)')
			    if first and at > first - window and at < last + window then
			        return 0
			    elseif forgetful or not first then
			        return -2
			    end
			end
			if redis.call('hsetnx', network, visitor, '') == 1 then
			    local many = redis.call('hlen', network)
			    if many > limit then
			        redis.call('hdel', network, visitor)
			        if not first then
			            redis.call('unlink', seen)
			        end
			        return -1
			    elseif many == 1 then
			        redis.call('pexpire', network, hours)
			    end
			end
			if first then
			    local both = string.format('%d:%d', math.min(at, first), math.max(at, last))
			    redis.call('set', seen, both, 'px', window)
			end
			if number <= recorded then
			    local flying = tonumber(redis.call('hget', flight, '#') or 0)
			    local now = redis.call('time')
			    number = math.max(recorded, flying, now[1] * 1000000 + now[2]) + 1
			    redis.call('unlink', pending)
			    redis.call('hset', pending, '#', string.format('%d', number))
			end
			redis.call('hincrby', pending, article, 1)
			if source ~= '' then
			    redis.call('hincrby', pending, article .. ':' .. source, 1)
			end
			if redis.call('pfadd', visitors, visitor) == 1
			        and redis.call('hsetnx', pending, article .. ':' .. month, '1') == 1 then
			    redis.call('pexpire', visitors, days)
			end
			return 1
			""", ScriptOutputType.INTEGER);

	private static final Duration HOUR = Duration.ofHours(1);

	/** How long visitors are told apart, from the last new one on. */
	private static final Duration MONTH = Duration.ofDays(32);

	private final Scripts scripts;

	private final Duration window;

	private final int newVisitors;

	ViewCounter(Scripts scripts, ViewProperties properties) {
		this.scripts = scripts;
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
		List<String> arguments = List.of(Long.toString(view.article()), view.visitor(), source(view.source()),
				month.toString(), Long.toString(at.toEpochMilli()), uncertain ? "1" : "0",
				Long.toString(this.window.toMillis()), Long.toString(recorded), Integer.toString(this.newVisitors),
				Long.toString(2 * HOUR.toMillis()), Long.toString(MONTH.toMillis()));
		return this.scripts.<Long>run(COUNT, keys, arguments).map(ViewCounter::outcome);
	}

	/** What is not counted by itself is the rest. */
	private static String source(ViewSource source) {
		return (source != ViewSource.REST) ? source.name() : "";
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
