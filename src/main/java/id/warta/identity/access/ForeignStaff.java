package id.warta.identity.access;

import java.util.Map;
import java.util.Objects;

import id.warta.identity.IdentityProperties;
import id.warta.identity.People;
import id.warta.identity.StaffChanges;
import id.warta.identity.StaffDirectory;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The staff that an identity provider knows, as their tokens tell.
 */
@Component
class ForeignStaff {

	private final DatabaseClient database;

	private final StaffChanges changes;

	private final StaffDirectory directory;

	private final String roleClaim;

	ForeignStaff(DatabaseClient database, StaffChanges changes, StaffDirectory directory,
			IdentityProperties properties) {
		this.database = database;
		this.changes = changes;
		this.directory = directory;
		this.roleClaim = properties.roleClaim();
	}

	/**
	 * Where tokens say the roles.
	 */
	String roleClaim() {
		return this.roleClaim;
	}

	/**
	 * Writes down what a token says, unless a newer one was there before.
	 * @return what is known then
	 */
	Mono<People> learn(ForeignClaims claims) {
		return write(claims, Objects.requireNonNullElseGet(claims.email(), claims::ownEmail))
			.delayUntil((id) -> this.changes.changed(Viewer.of(id, claims.name(), claims.roles()), "signIn", id,
					Map.of("issuer", claims.issuer(), "roles", claims.roles())))
			.as(this.changes::commit)
			.then(Mono.defer(this.directory::fresh));
	}

	/** An address that somebody else has is left to them. */
	private Mono<Long> write(ForeignClaims claims, String email) {
		return this.database
			.sql("""
					insert into staff as known (email, name, roles, issuer, subject, claimed_at)
					values (case when exists (select from staff where email = :email
					            and (issuer, subject) is distinct from (:issuer, :subject)) then :own else :email end,
					    :name, :roles, :issuer, :subject, :claimed)
					on conflict (issuer, subject) do update set
					    email = excluded.email, name = excluded.name, roles = excluded.roles, claimed_at = excluded.claimed_at
					where known.claimed_at <= excluded.claimed_at
					returning id""")
			.bind("email", email)
			.bind("own", claims.ownEmail())
			.bind("issuer", claims.issuer())
			.bind("subject", claims.subject())
			.bind("name", claims.name())
			.bind("roles", claims.roles().stream().map(Role::name).toArray(String[]::new))
			.bind("claimed", claims.issuedAt())
			.mapValue(Long.class)
			.one();
	}

}
