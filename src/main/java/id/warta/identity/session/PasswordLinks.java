package id.warta.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import id.warta.identity.IdentityProperties;
import id.warta.platform.secret.Secrets;
import id.warta.site.SiteSettings;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Links by which somebody sets a password once: those who were invited, and those who
 * have forgotten theirs.
 */
@Component
public class PasswordLinks {

	private static final Duration LIFE = Duration.ofDays(7);

	private static final String PAGE = "/set-password";

	private final DatabaseClient database;

	private final IdentityProperties properties;

	private final SiteSettings site;

	private final InstantSource clock;

	PasswordLinks(DatabaseClient database, IdentityProperties properties, SiteSettings site, InstantSource clock) {
		this.database = database;
		this.properties = properties;
		this.site = site;
		this.clock = clock;
	}

	/**
	 * Makes one, in place of any older one of theirs. Part of a transaction.
	 */
	public Mono<PasswordLink> create(long staffId) {
		String token = Secrets.text();
		Instant expiry = this.clock.instant().plus(LIFE);
		return this.database.sql("""
				insert into password_link (staff_id, token_hash, expires_at) values (:staff, :hash, :expiry)
				on conflict (staff_id) do update set
				    token_hash = excluded.token_hash, expires_at = excluded.expires_at""")
			.bind("staff", staffId)
			.bind("hash", Secrets.hash(token))
			.bind("expiry", expiry)
			.then()
			.thenReturn(new PasswordLink(token, page() + "#" + token, expiry));
	}

	private String page() {
		String page = this.properties.passwordPage();
		return (page != null) ? page : this.site.current().url() + PAGE;
	}

	/**
	 * Whose one is that can be used yet.
	 */
	Mono<Long> owner(String token) {
		return this.database.sql("select staff_id from password_link where token_hash = :hash and expires_at > :now")
			.bind("hash", Secrets.hash(token))
			.bind("now", this.clock.instant())
			.mapValue(Long.class)
			.one();
	}

	/**
	 * Uses one up. Part of a transaction.
	 * @return empty if it was used meanwhile
	 */
	Mono<Long> use(String token) {
		return this.database.sql("delete from password_link where token_hash = :hash returning staff_id")
			.bind("hash", Secrets.hash(token))
			.mapValue(Long.class)
			.one();
	}

	/**
	 * Takes back what somebody has. Part of a transaction.
	 */
	public Mono<Void> revoke(long staffId) {
		return this.database.sql("delete from password_link where staff_id = :staff").bind("staff", staffId).then();
	}

}
