package id.warta.identity.access;

import id.warta.platform.access.SignedIn;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Leaves with the request who is signed in, and keeps the answer out of all caches.
 */
class SignedInFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return ReactiveSecurityContextHolder.getContext()
			.mapNotNull(SecurityContext::getAuthentication)
			.ofType(SignedInAuthentication.class)
			.doOnNext((known) -> mark(exchange, known.getPrincipal()))
			.then(Mono.defer(() -> chain.filter(exchange)));
	}

	private static void mark(ServerWebExchange exchange, SignedIn known) {
		exchange.getAttributes().putAll(known.attributes());
		exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
	}

}
