package id.warta.platform.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * Believes trusted proxies, and nobody else, what they say of the request that they
 * forward. Whoever comes through several of them is the last one in the list that isn't
 * trusted: what stands further left anybody may have written.
 */
class TrustedProxies extends ForwardedHeaderTransformer {

	private static final String FORWARDED = "Forwarded";

	private static final String FORWARDED_FOR = "X-Forwarded-For";

	private static final Set<String> LAST_COUNTS = Set.of("X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Proto",
			"X-Forwarded-Prefix", "X-Forwarded-Ssl");

	private final ForwardedHeaderTransformer disbelief = new ForwardedHeaderTransformer();

	private final List<Network> proxies;

	/**
	 * Believes some proxies.
	 * @param networks their addresses or networks
	 */
	TrustedProxies(List<String> networks) {
		this.proxies = Network.all(networks);
		this.disbelief.setRemoveOnly(true);
	}

	@Override
	public ServerHttpRequest apply(ServerHttpRequest request) {
		if (!hasForwardedHeaders(request)) {
			return request;
		}
		InetSocketAddress sender = request.getRemoteAddress();
		return (sender != null && isTrusted(sender.getAddress()))
				? super.apply(request.mutate().headers(this::reduce).build()) : this.disbelief.apply(request);
	}

	private boolean isTrusted(@Nullable InetAddress address) {
		return address != null && this.proxies.stream().anyMatch((network) -> network.contains(address));
	}

	private void reduce(HttpHeaders headers) {
		reduce(headers, FORWARDED);
		reduce(headers, FORWARDED_FOR);
		for (String name : LAST_COUNTS) {
			List<String> values = headers.getValuesAsList(name);
			if (!values.isEmpty()) {
				headers.set(name, values.get(values.size() - 1));
			}
		}
	}

	private void reduce(HttpHeaders headers, String name) {
		List<String> hops = headers.getValuesAsList(name);
		int hop = hops.size() - 1;
		while (hop > 0 && isTrusted(HopAddress.of(hops.get(hop)))) {
			hop--;
		}
		if (hop >= 0) {
			headers.set(name, hops.get(hop));
		}
	}

}
