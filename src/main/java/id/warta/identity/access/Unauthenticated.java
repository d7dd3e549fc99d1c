package id.warta.identity.access;

import id.warta.platform.access.AccessException;
import id.warta.platform.http.HttpRefusals;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;

/**
 * Says that a token is not accepted, as RFC 6750 wants it and in the shape that GraphQL's
 * clients know.
 */
class Unauthenticated implements ServerAuthenticationFailureHandler {

	private static final String CHALLENGE = "Bearer error=\"invalid_token\"";

	private final HttpRefusals refusals;

	Unauthenticated(HttpRefusals refusals) {
		this.refusals = refusals;
	}

	@Override
	public Mono<Void> onAuthenticationFailure(WebFilterExchange exchange, AuthenticationException failure) {
		ServerHttpResponse response = exchange.getExchange().getResponse();
		response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
		AccessException refusal = AccessException.badToken();
		return this.refusals.write(response, HttpStatus.UNAUTHORIZED, refusal.code(), refusal.getMessage());
	}

}
