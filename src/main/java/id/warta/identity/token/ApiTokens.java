package id.warta.identity.token;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;

import id.warta.identity.ApiToken;
import id.warta.platform.secret.Secrets;
import id.warta.identity.Staff;
import id.warta.identity.StaffChanges;
import id.warta.identity.StaffDirectory;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.AccessException;
import id.warta.platform.access.Permission;
import id.warta.platform.access.SignedIn;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Service;

/**
 * Makes tokens for machines, and takes them back. Machines may do neither.
 */
@Service
class ApiTokens {

	/** Those that expire by themselves, or are taken back, make room for others. */
	private static final int MOST = 50;

	private final DatabaseClient database;

	private final StaffDirectory directory;

	private final StaffChanges changes;

	private final InstantSource clock;

	ApiTokens(DatabaseClient database, StaffDirectory directory, StaffChanges changes, InstantSource clock) {
		this.database = database;
		this.directory = directory;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * Makes one in the name of whoever asks. Fails with {@code TOO_MANY} if they have as
	 * many as one may.
	 */
	Mono<CreateApiTokenPayload> create(SignedIn signedIn, CreateApiTokenInput input) {
		long owner = requirePerson(signedIn);
		String secret = ApiToken.PREFIX + Secrets.text();
		Instant now = this.clock.instant();
		input.check(signedIn.viewer(), now);
		return requireRoom(owner, now).then(Mono.defer(() -> insert(owner, secret, input, now)))
			.map((id) -> new ApiToken(id, owner, input.line(), HexFormat.of().formatHex(Secrets.hash(secret)),
					input.rights(), now, input.end(), null))
			.delayUntil((token) -> this.changes.changed(signedIn.viewer(), "createApiToken", "ApiToken", token.id(),
					Map.of("name", token.name(), "permissions", token.permissions())))
			.as(this.changes::commit)
			.map((token) -> new CreateApiTokenPayload(token, secret));
	}

	/** Of two that somebody makes at a time, the second is counted after the first. */
	private Mono<Void> requireRoom(long owner, Instant now) {
		return this.database.sql("select id from staff where id = :staff for update")
			.bind("staff", owner)
			.mapValue(Long.class)
			.one()
			.flatMap((id) -> live(id, now))
			.filter((live) -> live >= MOST)
			.flatMap((live) -> Mono.error(() -> new InvalidInputException("TOO_MANY", null,
					"There are " + MOST + " tokens already: revoke one first")));
	}

	private Mono<Long> live(long owner, Instant now) {
		return this.database.sql("""
				select count(*) from api_token
				where staff_id = :staff and revoked_at is null and coalesce(expires_at > :now, true)""")
			.bind("staff", owner)
			.bind("now", now)
			.mapValue(Long.class)
			.one();
	}

	private Mono<Long> insert(long owner, String secret, CreateApiTokenInput input, Instant now) {
		return this.database.sql("""
				insert into api_token (staff_id, name, token_hash, permissions, created_at, expires_at)
				values (:staff, :name, :hash, :permissions, :now, :expiry) returning id""")
			.bind("staff", owner)
			.bind("name", input.line())
			.bind("hash", Secrets.hash(secret))
			.bind("permissions", input.rights().stream().map(Permission::name).toArray(String[]::new))
			.bind("now", now)
			.bind("expiry", Parameter.fromOrEmpty(input.end(), Instant.class))
			.mapValue(Long.class)
			.one();
	}

	/**
	 * Takes one back: one's own, or anybody's if one may manage the staff.
	 */
	Mono<Long> revoke(SignedIn signedIn, RevokeApiTokenInput input) {
		long asking = requirePerson(signedIn);
		long id = input.id();
		boolean any = signedIn.viewer().may(Permission.MANAGE_STAFF);
		return this.database.sql("""
				update api_token set revoked_at = :now
				where id = :id and revoked_at is null and (staff_id = :staff or :any) returning id""")
			.bind("now", this.clock.instant())
			.bind("id", id)
			.bind("staff", asking)
			.bind("any", any)
			.mapValue(Long.class)
			.one()
			.switchIfEmpty(Mono.error(ApiTokens::notFound))
			.delayUntil((done) -> this.changes.changed(signedIn.viewer(), "revokeApiToken", "ApiToken", id, Map.of()))
			.as(this.changes::commit);
	}

	/** A person who need not change their password first. */
	private long requirePerson(SignedIn signedIn) {
		long id = signedIn.viewer().requireStaff();
		Staff person = this.directory.people().byId(id);
		if (signedIn.token() != null || person == null || person.mustChangePassword()) {
			throw AccessException.forbidden();
		}
		return id;
	}

	private static InvalidInputException notFound() {
		return new InvalidInputException("NOT_FOUND", "tokenId", "There is no such token");
	}

}
