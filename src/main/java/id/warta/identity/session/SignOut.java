package id.warta.identity.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

import id.warta.identity.OnOwnSignIn;
import id.warta.identity.StaffChanges;
import id.warta.platform.access.SignedIn;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Service;

/**
 * Ends sessions at their owner's wish. All nodes refuse their access tokens at once.
 */
@Service
@ConditionalOnWebApplication
@Conditional(OnOwnSignIn.class)
class SignOut {

	private final Sessions sessions;

	private final StaffChanges changes;

	private final InstantSource clock;

	SignOut(Sessions sessions, StaffChanges changes, InstantSource clock) {
		this.sessions = sessions;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * Ends the session that somebody asks by, or all of theirs.
	 */
	Mono<Boolean> signOut(SignedIn signedIn, boolean everywhere) {
		UUID session = signedIn.requireSession();
		long staff = signedIn.viewer().requireStaff();
		Instant now = this.clock.instant();
		return (everywhere ? this.sessions.endAll(staff, now) : this.sessions.end(session, now))
			.then(Mono.defer(
					() -> this.changes.changed(signedIn.viewer(), "signOut", staff, Map.of("everywhere", everywhere))))
			.thenReturn(true)
			.as(this.changes::commit);
	}

}
