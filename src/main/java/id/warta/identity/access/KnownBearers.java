package id.warta.identity.access;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;

import id.warta.identity.ApiToken;
import id.warta.identity.People;
import id.warta.platform.secret.Secrets;
import id.warta.identity.Staff;
import id.warta.identity.StaffDirectory;
import id.warta.identity.token.TokenUses;
import id.warta.platform.access.AccessException;
import id.warta.platform.access.Bearers;
import id.warta.platform.access.SignedIn;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Knows tokens of people, by whoever signs them, and those of machines. What a token
 * can't say is looked up in memory: whether its owner still has access, and to what.
 */
@Component
@ConditionalOnWebApplication
class KnownBearers implements Bearers {

	private final StaffDirectory directory;

	private final PersonalTokens personal;

	private final TokenUses uses;

	private final InstantSource clock;

	KnownBearers(StaffDirectory directory, PersonalTokens personal, TokenUses uses, InstantSource clock) {
		this.directory = directory;
		this.personal = personal;
		this.uses = uses;
		this.clock = clock;
	}

	@Override
	public Mono<SignedIn> authenticate(String token) {
		return token.startsWith(ApiToken.PREFIX) ? machine(HexFormat.of().formatHex(Secrets.hash(token)))
				: this.personal.authenticate(token);
	}

	private Mono<SignedIn> machine(String hash) {
		return Mono.fromSupplier(() -> machine(hash, this.directory.people()))
			.switchIfEmpty(Mono.defer(() -> this.directory.reread().mapNotNull((people) -> machine(hash, people))))
			.switchIfEmpty(Mono.error(AccessException::badToken))
			.doOnNext((known) -> this.uses.used(hash, this.clock.instant()));
	}

	/**
	 * Who a machine is.
	 * @return null if there is no such token
	 * @throws AccessException if it is not accepted
	 */
	private @Nullable SignedIn machine(String hash, People people) {
		ApiToken token = people.token(hash);
		Staff owner = (token != null) ? people.byId(token.staffId()) : null;
		if (token == null || owner == null) {
			return null;
		}
		if (owner.isDisabled()) {
			throw AccessException.badToken();
		}
		return unexpired(new SignedIn(token.viewer(owner), null, hash, token.expiresAt()));
	}

	private SignedIn unexpired(SignedIn known) {
		if (known.expiresAt() != null && !this.clock.instant().isBefore(known.expiresAt())) {
			throw AccessException.expired();
		}
		return known;
	}

	@Override
	public SignedIn current(SignedIn known) {
		unexpired(known);
		People people = this.directory.people();
		SignedIn current = (known.token() != null) ? machine(known.token(), people) : person(known, people);
		if (current == null) {
			throw AccessException.badToken();
		}
		return current;
	}

	private static @Nullable SignedIn person(SignedIn known, People people) {
		Staff staff = people.byId(Objects.requireNonNull(known.viewer().staffId()));
		boolean ended = staff == null || staff.isDisabled()
				|| known.session() != null && people.hasEnded(known.session());
		return (staff == null || ended) ? null : new SignedIn(staff.viewer(), known.session(), null, known.expiresAt());
	}

}
