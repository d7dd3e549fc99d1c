package id.warta.identity.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

import id.warta.identity.OnOwnSignIn;
import id.warta.identity.Staff;
import id.warta.identity.StaffChanges;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.SignedIn;
import id.warta.platform.http.ClientNetwork;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Service;

/**
 * Changes a password of somebody who knows the old one. Whoever else was signed in by
 * that is out.
 */
@Service
@ConditionalOnWebApplication
@Conditional(OnOwnSignIn.class)
class PasswordChange {

	private final Accounts accounts;

	private final Passwords passwords;

	private final Attempts attempts;

	private final Sessions sessions;

	private final SessionIssuer issuer;

	private final StaffChanges changes;

	private final InstantSource clock;

	PasswordChange(Accounts accounts, Passwords passwords, Attempts attempts, Sessions sessions, SessionIssuer issuer,
			StaffChanges changes, InstantSource clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.attempts = attempts;
		this.sessions = sessions;
		this.issuer = issuer;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * Changes it, and goes on with the session that it was asked by. Fails with
	 * {@code BAD_CREDENTIALS} if the old one is wrong, with {@code BAD_PASSWORD} if the
	 * new one is.
	 * @param network where they ask from
	 */
	Mono<IssuedSession> change(SignedIn signedIn, ChangePasswordInput input, ClientNetwork network) {
		UUID session = signedIn.requireSession();
		long id = signedIn.viewer().requireStaff();
		return this.accounts.byId(id)
			.delayUntil((account) -> this.attempts.count(account.staff().email(), network))
			.filterWhen((account) -> this.passwords.matches(input.currentPassword(), account.usablePassword()))
			.flatMap((account) -> replace(account, session, input.newPassword()))
			.flatMap((changed) -> this.accounts.byId(id))
			.delayUntil((account) -> this.attempts.forgive(account.staff().email(), network))
			.map((account) -> this.issuer.issue(account.staff(), session, null))
			.switchIfEmpty(Mono.error(PasswordChange::refused));
	}

	private Mono<Boolean> replace(Account account, UUID session, String password) {
		Staff staff = account.staff();
		PasswordRules.check(password, staff.email(), "newPassword");
		Instant now = this.clock.instant();
		return this.passwords.encode(password)
			.flatMap((hash) -> this.accounts.replacePassword(account, hash)
				.delayUntil((done) -> this.sessions.endOthers(staff.id(), session, now))
				.delayUntil((done) -> this.changes.changed(staff.viewer(), "changePassword", staff.id(), Map.of()))
				.as(this.changes::commit));
	}

	private static InvalidInputException refused() {
		return new InvalidInputException("BAD_CREDENTIALS", "currentPassword", "The current password is wrong");
	}

}
