package id.warta.identity.access;

import id.warta.platform.access.AccessException;
import id.warta.platform.access.Bearers;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Lets Spring Security know what {@link Bearers} knows.
 */
@Component
@ConditionalOnWebApplication
class BearerAuthentication implements ReactiveAuthenticationManager {

	private final Bearers bearers;

	BearerAuthentication(Bearers bearers) {
		this.bearers = bearers;
	}

	@Override
	public Mono<Authentication> authenticate(Authentication authentication) {
		return this.bearers.authenticate(((BearerTokenAuthenticationToken) authentication).getToken())
			.<Authentication>map(SignedInAuthentication::new)
			.onErrorMap(AccessException.class, (refusal) -> new InvalidBearerTokenException(refusal.getMessage()));
	}

}
