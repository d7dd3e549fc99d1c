package id.warta.identity.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import id.warta.identity.OnOwnSignIn;
import id.warta.identity.Staff;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.AuditLog;
import id.warta.platform.http.ClientNetwork;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Signs somebody in by their password. Whatever is wrong, the answer is the same, and so
 * is the work.
 */
@Service
@ConditionalOnWebApplication
@Conditional(OnOwnSignIn.class)
class SignIn {

	private final Accounts accounts;

	private final Passwords passwords;

	private final Attempts attempts;

	private final Sessions sessions;

	private final SessionIssuer issuer;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	private final InstantSource clock;

	SignIn(Accounts accounts, Passwords passwords, Attempts attempts, Sessions sessions, SessionIssuer issuer,
			AuditLog audit, TransactionalOperator transaction, InstantSource clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.attempts = attempts;
		this.sessions = sessions;
		this.issuer = issuer;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Signs somebody in. Fails with {@code BAD_CREDENTIALS}, or because there were too
	 * many attempts.
	 * @param network where they ask from
	 */
	Mono<IssuedSession> signIn(SignInInput input, ClientNetwork network) {
		String email = Account.address(input.email());
		return this.attempts.count(email, network)
			.then(this.accounts.byEmail(email))
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((account) -> known(account, input.password()))
			.flatMap((staff) -> begin(staff, network))
			.switchIfEmpty(Mono.error(SignIn::refused));
	}

	private Mono<Staff> known(Optional<Account> account, String password) {
		return this.passwords.matches(password, account.map(Account::usablePassword).orElse(null))
			.filter((matches) -> matches)
			.map((matches) -> account.orElseThrow().staff());
	}

	private Mono<IssuedSession> begin(Staff staff, ClientNetwork network) {
		Instant now = this.clock.instant();
		return this.sessions.open(staff, now)
			.delayUntil((token) -> this.attempts.forgive(staff.email(), network))
			.delayUntil((token) -> this.audit.append(staff.viewer(), "signIn", "Staff", staff.id(), Map.of()))
			.as(this.transaction::transactional)
			.map((token) -> this.issuer.issue(staff, token.session(), token));
	}

	private static InvalidInputException refused() {
		return new InvalidInputException("BAD_CREDENTIALS", null, "The e-mail address or the password is wrong");
	}

}
