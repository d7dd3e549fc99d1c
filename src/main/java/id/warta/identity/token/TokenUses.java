package id.warta.identity.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import id.warta.eventlog.DueWork;
import id.warta.eventlog.EventLog;
import id.warta.identity.StaffDirectory;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Keeps when machines have used their tokens, to the quarter of an hour: whoever asks
 * doesn't wait for it.
 */
@Component
public class TokenUses implements DueWork {

	private static final Duration COARSE = Duration.ofMinutes(15);

	private final Map<String, Instant> used = new ConcurrentHashMap<>();

	private final DatabaseClient database;

	private final EventLog events;

	private final TransactionalOperator transaction;

	TokenUses(DatabaseClient database, EventLog events, TransactionalOperator transaction) {
		this.database = database;
		this.events = events;
		this.transaction = transaction;
	}

	/**
	 * Says that a token was used.
	 * @param hash its hash, in hexadecimal; there must be such a token
	 */
	public void used(String hash, Instant now) {
		this.used.put(hash, now);
	}

	@Override
	public Mono<Integer> run(Instant now) {
		List<String> hashes = List.copyOf(this.used.keySet());
		hashes.forEach(this.used::remove);
		return hashes.isEmpty() ? Mono.just(0) : write(hashes, now).thenReturn(0);
	}

	private Mono<Long> write(List<String> hashes, Instant now) {
		return this.database.sql("""
				update api_token set last_used_at = :now
				where encode(token_hash, 'hex') = any(:hashes) and (last_used_at is null or last_used_at < :before)""")
			.bind("now", now)
			.bind("hashes", hashes.toArray(String[]::new))
			.bind("before", now.minus(COARSE))
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows > 0)
			.delayUntil((rows) -> this.events.append(StaffDirectory.CHANGED, "ApiToken", 0, Map.of()))
			.as(this.transaction::transactional);
	}

	@Override
	public Duration every() {
		return Duration.ofMinutes(1);
	}

}
