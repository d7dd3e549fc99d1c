package id.warta.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import id.warta.eventlog.Replica;
import id.warta.eventlog.Replicas;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;

/**
 * All of the staff, held in memory: who they are, what they may do, which of their
 * sessions have ended. Whatever a token says, this says more.
 */
@Service
public class StaffDirectory {

	/** The kind of the events that say that something of it has changed. */
	public static final String CHANGED = "STAFF_CHANGED";

	/** How far the nodes' clocks may be apart. */
	private static final Duration SKEW = Duration.ofMinutes(1);

	private final DatabaseClient database;

	private final InstantSource clock;

	private final Duration remembered;

	private final Replica<People> people;

	private final Rereading<People> rereading;

	StaffDirectory(DatabaseClient database, Replicas replicas, InstantSource clock, IdentityProperties properties) {
		this.database = database;
		this.clock = clock;
		this.remembered = properties.accessTokenLife().plus(SKEW);
		this.people = replicas.of(Mono.defer(this::load), CHANGED);
		this.rereading = new Rereading<>(this.people);
	}

	private Mono<People> load() {
		Instant now = this.clock.instant();
		return staff().flatMap((staff) -> tokens(now).flatMap(
				(tokens) -> endedSince(now.minus(this.remembered)).map((ended) -> new People(staff, tokens, ended))));
	}

	private Mono<List<Staff>> staff() {
		return this.database.sql("select " + StaffRows.COLUMNS + " from staff")
			.map(StaffRows::staff)
			.all()
			.collectList();
	}

	private Mono<List<ApiToken>> tokens(Instant now) {
		return this.database.sql("""
				select id, staff_id, name, encode(token_hash, 'hex') as hash, permissions, created_at, expires_at,
				    last_used_at
				from api_token where revoked_at is null and coalesce(expires_at > :now, true)""")
			.bind("now", now)
			.map(StaffRows::token)
			.all()
			.collectList();
	}

	private Mono<Set<UUID>> endedSince(Instant time) {
		return this.database.sql("select id from staff_session where ended_at > :time")
			.bind("time", time)
			.mapValue(UUID.class)
			.all()
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * What is known now.
	 */
	public People people() {
		return this.people.value();
	}

	/**
	 * What is known when somebody asks whom this node doesn't know yet: read anew, though
	 * not more often than once a second.
	 */
	public Mono<People> reread() {
		return this.rereading.value();
	}

	/**
	 * What is known after a change of which this process is to see the result at once.
	 */
	public Mono<People> fresh() {
		return this.people.fresh();
	}

}
