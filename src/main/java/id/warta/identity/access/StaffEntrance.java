package id.warta.identity.access;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/**
 * Takes requests with credentials through Spring Security. Readers, who have none, pay
 * nothing for it.
 */
class StaffEntrance extends WebFilterChainProxy {

	private final String path;

	/**
	 * Creates it.
	 * @param path where credentials count: GraphQL's
	 * @param chain what requests with credentials go through
	 */
	StaffEntrance(String path, SecurityWebFilterChain chain) {
		super(chain);
		this.path = path;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return concerns(exchange) ? super.filter(exchange, chain) : chain.filter(exchange);
	}

	private boolean concerns(ServerWebExchange exchange) {
		return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
				&& exchange.getRequest().getPath().value().equals(this.path);
	}

}
