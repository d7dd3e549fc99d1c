package id.warta.identity.session;

import java.util.UUID;

import id.warta.identity.OnOwnSignIn;
import id.warta.identity.Staff;
import id.warta.identity.key.AccessToken;
import id.warta.identity.key.AccessTokens;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Signs what somebody gets.
 */
@Component
@ConditionalOnWebApplication
@Conditional(OnOwnSignIn.class)
class SessionIssuer {

	private final AccessTokens tokens;

	SessionIssuer(AccessTokens tokens) {
		this.tokens = tokens;
	}

	/**
	 * What somebody gets for one of their sessions.
	 */
	IssuedSession issue(Staff staff, UUID session, @Nullable RefreshToken refresh) {
		AccessToken token = this.tokens.of(staff.id(), session, staff.tokenGeneration());
		return new IssuedSession(staff, this.tokens.sign(token), token.expiresAt(),
				(refresh != null) ? refresh.toString() : null);
	}

}
