package id.warta.identity.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

import id.warta.eventlog.DueWork;
import id.warta.identity.IdentityProperties;
import id.warta.platform.secret.Secrets;
import id.warta.platform.RateLimitedException;
import id.warta.platform.http.ClientNetwork;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Limits how often one may try to sign in, over all nodes: each account, whether there is
 * it or not, and each client address. An attempt counts before it is looked at, so that
 * many at a time are no more than one after the other.
 */
@Component
class Attempts implements DueWork {

	private static final int BATCH = 1000;

	private final DatabaseClient database;

	private final InstantSource clock;

	private final IdentityProperties properties;

	Attempts(DatabaseClient database, InstantSource clock, IdentityProperties properties) {
		this.database = database;
		this.clock = clock;
		this.properties = properties;
	}

	private record Count(int attempts, Instant expiresAt) {

		static Count of(Readable row) {
			return new Count(Objects.requireNonNull(row.get("attempts", Integer.class)),
					Objects.requireNonNull(row.get("expires_at", Instant.class)));
		}

	}

	/**
	 * Counts an attempt. Fails with {@link RateLimitedException} if there were too many.
	 */
	Mono<Void> count(String email, ClientNetwork network) {
		return count(key(network), this.properties.attemptsPerNetwork())
			.then(Mono.defer(() -> count(key(email), this.properties.attemptsPerAccount())));
	}

	private Mono<Void> count(byte[] key, int most) {
		Instant now = this.clock.instant();
		return this.database.sql("""
				insert into sign_in_attempts as known (key, attempts, expires_at) values (:key, 1, :expiry)
				on conflict (key) do update set
				    attempts = case when known.expires_at > :now then known.attempts + 1 else 1 end,
				    expires_at = case when known.expires_at > :now then known.expires_at else excluded.expires_at end
				returning attempts, expires_at""")
			.bind("key", key)
			.bind("now", now)
			.bind("expiry", now.plus(this.properties.attemptsWithin()))
			.map(Count::of)
			.one()
			.filter((count) -> count.attempts() > most)
			.flatMap((count) -> Mono.error(new RateLimitedException(Duration.between(now, count.expiresAt()))));
	}

	/**
	 * Takes back what a sign-in that succeeded has counted.
	 */
	Mono<Void> forgive(String email, ClientNetwork network) {
		return this.database.sql("delete from sign_in_attempts where key = :key")
			.bind("key", key(email))
			.then()
			.then(this.database.sql("update sign_in_attempts set attempts = attempts - 1 where key = :key")
				.bind("key", key(network))
				.then());
	}

	private static byte[] key(String email) {
		byte[] address = email.getBytes(StandardCharsets.UTF_8);
		return Secrets.hash(ByteBuffer.allocate(address.length + 1).put((byte) 'a').put(address).array());
	}

	private static byte[] key(ClientNetwork network) {
		return Secrets.hash(ByteBuffer.allocate(Byte.BYTES + Integer.BYTES + Long.BYTES)
			.put((byte) 'n')
			.putInt(network.size())
			.putLong(network.bits())
			.array());
	}

	/**
	 * Forgets what no longer counts.
	 */
	@Override
	public Mono<Integer> run(Instant now) {
		return this.database.sql("""
				delete from sign_in_attempts where key in
				    (select key from sign_in_attempts where expires_at <= :now limit :batch for update skip locked)""")
			.bind("now", now)
			.bind("batch", BATCH)
			.fetch()
			.rowsUpdated()
			.map(Long::intValue);
	}

	@Override
	public Duration every() {
		return Duration.ofMinutes(1);
	}

}
