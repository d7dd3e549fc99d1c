package id.warta.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import id.warta.eventlog.DueWork;
import id.warta.identity.IdentityProperties;
import id.warta.platform.secret.Secrets;
import id.warta.identity.Staff;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The sessions of the staff, as PostgreSQL keeps them. Whoever ends one has to say so in
 * the event log.
 */
@Component
public class Sessions implements DueWork {

	private static final int BATCH = 1000;

	/** How long an ended session is known, to tell who comes back with its tokens. */
	private static final Duration KEPT = Duration.ofDays(30);

	private static final UUID NONE = new UUID(0, 0);

	private final DatabaseClient database;

	private final Duration life;

	Sessions(DatabaseClient database, IdentityProperties properties) {
		this.database = database;
		this.life = properties.sessionLife();
	}

	/**
	 * Begins one.
	 * @param staff whose it is, as they were when they were known by their password
	 * @return its first token; empty if they were disabled, or their password was
	 * changed, meanwhile
	 */
	Mono<RefreshToken> open(Staff staff, Instant now) {
		RefreshToken token = RefreshToken.first();
		return this.database.sql("""
				insert into staff_session
				    (id, staff_id, secret_hash, family_hash, created_at, refreshed_at, expires_at)
				select :id, id, :secret, :family, :now, :now, :expiry from staff
				where id = :staff and token_generation = :generation and disabled_at is null for share""")
			.bind("id", token.session())
			.bind("staff", staff.id())
			.bind("generation", staff.tokenGeneration())
			.bind("secret", Secrets.hash(token.secret()))
			.bind("family", Secrets.hash(token.family()))
			.bind("now", now)
			.bind("expiry", now.plus(this.life))
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows > 0)
			.map((rows) -> token);
	}

	/**
	 * Goes on with one, if the token is its newest.
	 * @return whose it is; empty if it can't go on
	 */
	Mono<Long> refresh(RefreshToken token, RefreshToken next, Instant now) {
		return this.database.sql("""
				update staff_session set generation = :next, secret_hash = :hash, refreshed_at = :now,
				    expires_at = :expiry
				where id = :id and generation = :generation and secret_hash = :secret and family_hash = :family
				    and ended_at is null and expires_at > :now
				    and exists (select from staff where staff.id = staff_id and disabled_at is null)
				returning staff_id""")
			.bind("next", next.generation())
			.bind("hash", Secrets.hash(next.secret()))
			.bind("now", now)
			.bind("expiry", now.plus(this.life))
			.bind("id", token.session())
			.bind("generation", token.generation())
			.bind("secret", Secrets.hash(token.secret()))
			.bind("family", Secrets.hash(token.family()))
			.mapValue(Long.class)
			.one();
	}

	/**
	 * Ends the session of a token that was used before.
	 * @return whose it was; empty if that isn't so
	 */
	Mono<Long> endReused(RefreshToken token, Instant now) {
		return this.database.sql("""
				update staff_session set ended_at = :now
				where id = :id and generation > :generation and family_hash = :family and ended_at is null
				returning staff_id""")
			.bind("now", now)
			.bind("id", token.session())
			.bind("generation", token.generation())
			.bind("family", Secrets.hash(token.family()))
			.mapValue(Long.class)
			.one();
	}

	/**
	 * Ends one.
	 */
	Mono<Long> end(UUID session, Instant now) {
		return this.database.sql("update staff_session set ended_at = :now where id = :id and ended_at is null")
			.bind("now", now)
			.bind("id", session)
			.fetch()
			.rowsUpdated();
	}

	/**
	 * Ends all of somebody, and takes back all that was signed for them.
	 */
	public Mono<Void> endAll(long staffId, Instant now) {
		return endOthers(staffId, NONE, now);
	}

	/**
	 * Ends all of somebody but one, and takes back all that was signed for them.
	 */
	Mono<Void> endOthers(long staffId, UUID session, Instant now) {
		return this.database.sql("update staff set token_generation = token_generation + 1 where id = :staff")
			.bind("staff", staffId)
			.then()
			.then(this.database.sql("""
					update staff_session set ended_at = :now
					where staff_id = :staff and id <> :id and ended_at is null""")
				.bind("now", now)
				.bind("staff", staffId)
				.bind("id", session)
				.then());
	}

	/**
	 * Forgets those that are over for long.
	 */
	@Override
	public Mono<Integer> run(Instant now) {
		return this.database.sql("""
				delete from staff_session where id in
				    (select id from staff_session where expires_at < :time or ended_at < :time
				     limit :batch for update skip locked)""")
			.bind("time", now.minus(KEPT))
			.bind("batch", BATCH)
			.fetch()
			.rowsUpdated()
			.map(Long::intValue);
	}

	@Override
	public Duration every() {
		return Duration.ofMinutes(10);
	}

}
