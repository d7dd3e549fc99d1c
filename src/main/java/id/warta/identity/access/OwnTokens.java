package id.warta.identity.access;

import id.warta.identity.OnOwnSignIn;
import id.warta.identity.People;
import id.warta.identity.Staff;
import id.warta.identity.StaffDirectory;
import id.warta.identity.key.AccessToken;
import id.warta.identity.key.AccessTokens;
import id.warta.platform.access.AccessException;
import id.warta.platform.access.SignedIn;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Those that Warta signs itself.
 */
@Component
@ConditionalOnWebApplication
@Conditional(OnOwnSignIn.class)
class OwnTokens implements PersonalTokens {

	private final AccessTokens tokens;

	private final StaffDirectory directory;

	OwnTokens(AccessTokens tokens, StaffDirectory directory) {
		this.tokens = tokens;
		this.directory = directory;
	}

	@Override
	public Mono<SignedIn> authenticate(String token) {
		return this.tokens.verify(token)
			.flatMap(
					(read) -> Mono.fromSupplier(() -> signedIn(read, this.directory.people()))
						.switchIfEmpty(Mono
							.defer(() -> this.directory.reread().mapNotNull((people) -> signedIn(read, people)))))
			.switchIfEmpty(Mono.error(AccessException::badToken));
	}

	/**
	 * Who it is.
	 * @return null if the token knows more than this node
	 * @throws AccessException if the token is no longer accepted
	 */
	private static @Nullable SignedIn signedIn(AccessToken token, People people) {
		Staff staff = people.byId(token.staffId());
		if (staff == null || staff.tokenGeneration() < token.generation()) {
			return null;
		}
		if (staff.isDisabled() || staff.tokenGeneration() > token.generation() || people.hasEnded(token.session())) {
			throw AccessException.badToken();
		}
		return new SignedIn(staff.viewer(), token.session(), null, token.expiresAt());
	}

}
