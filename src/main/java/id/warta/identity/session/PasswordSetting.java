package id.warta.identity.session;

import java.time.InstantSource;
import java.util.Map;

import id.warta.identity.OnOwnSignIn;
import id.warta.identity.Staff;
import id.warta.identity.StaffChanges;
import id.warta.platform.InvalidInputException;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Service;

/**
 * Sets a password by a one-time link. Whoever was signed in before is out.
 */
@Service
@ConditionalOnWebApplication
@Conditional(OnOwnSignIn.class)
class PasswordSetting {

	private final PasswordLinks links;

	private final Accounts accounts;

	private final Passwords passwords;

	private final Sessions sessions;

	private final StaffChanges changes;

	private final InstantSource clock;

	PasswordSetting(PasswordLinks links, Accounts accounts, Passwords passwords, Sessions sessions,
			StaffChanges changes, InstantSource clock) {
		this.links = links;
		this.accounts = accounts;
		this.passwords = passwords;
		this.sessions = sessions;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * Sets it. Fails with {@code BAD_TOKEN} if the link can't be used, or with
	 * {@code BAD_PASSWORD}; then the link can be used again.
	 */
	Mono<Staff> set(SetPasswordInput input) {
		return this.links.owner(input.token())
			.flatMap(this.accounts::byId)
			.map(Account::staff)
			.filter((staff) -> !staff.isDisabled())
			.doOnNext((staff) -> PasswordRules.check(input.password(), staff.email(), "password"))
			.flatMap((staff) -> this.passwords.encode(input.password())
				.flatMap((hash) -> set(staff, hash, input.token())))
			.switchIfEmpty(Mono.error(PasswordSetting::refused));
	}

	/** Administrators lock the account first, too. */
	private Mono<Staff> set(Staff staff, String hash, String token) {
		return this.accounts.lock(staff.id())
			.filter((account) -> !account.staff().isDisabled())
			.flatMap((account) -> this.links.use(token))
			.delayUntil((id) -> this.accounts.setPassword(id, hash))
			.delayUntil((id) -> this.sessions.endAll(id, this.clock.instant()))
			.delayUntil((id) -> this.changes.changed(staff.viewer(), "setPassword", id, Map.of()))
			.as(this.changes::commit)
			.map((id) -> staff);
	}

	private static InvalidInputException refused() {
		return new InvalidInputException("BAD_TOKEN", "token", "The link was used, has expired, or is none");
	}

}
