package id.warta.identity.session;

import java.time.InstantSource;
import java.util.Map;

import id.warta.identity.OnOwnSignIn;
import id.warta.identity.StaffChanges;
import id.warta.platform.InvalidInputException;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Service;

/**
 * Goes on with a session. A refresh token that comes a second time is in two hands, of
 * which one has stolen it: nobody goes on.
 */
@Service
@ConditionalOnWebApplication
@Conditional(OnOwnSignIn.class)
class SessionRefresh {

	private final Sessions sessions;

	private final Accounts accounts;

	private final SessionIssuer issuer;

	private final StaffChanges changes;

	private final InstantSource clock;

	SessionRefresh(Sessions sessions, Accounts accounts, SessionIssuer issuer, StaffChanges changes,
			InstantSource clock) {
		this.sessions = sessions;
		this.accounts = accounts;
		this.issuer = issuer;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * Goes on with a session. Fails with {@code SESSION_ENDED} if it can't.
	 */
	Mono<IssuedSession> refresh(RefreshSessionInput input) {
		RefreshToken token = RefreshToken.parse(input.refreshToken());
		if (token == null) {
			return Mono.error(ended());
		}
		RefreshToken next = token.next();
		return this.sessions.refresh(token, next, this.clock.instant())
			.flatMap(this.accounts::byId)
			.map((account) -> this.issuer.issue(account.staff(), token.session(), next))
			.switchIfEmpty(Mono.defer(() -> endReused(token)));
	}

	/** What is ended stays so, though the answer is an error. */
	private Mono<IssuedSession> endReused(RefreshToken token) {
		return this.sessions.endReused(token, this.clock.instant())
			.flatMap(this.accounts::byId)
			.delayUntil((account) -> this.changes.changed(account.staff().viewer(), "refreshSession",
					account.staff().id(), Map.of("reused", true, "session", token.session().toString())))
			.as(this.changes::commit)
			.then(Mono.error(SessionRefresh::ended));
	}

	private static InvalidInputException ended() {
		return new InvalidInputException("SESSION_ENDED", "refreshToken", "The session has ended: sign in again");
	}

}
