package id.warta.platform.http;

import java.net.InetSocketAddress;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * Applies forwarded headers of proxies that are believed, and removes everybody else's.
 */
class TrustedProxies extends ForwardedHeaderTransformer {

	private final List<IpSubnetFilterRule> networks;

	private final ForwardedHeaderTransformer removing = new ForwardedHeaderTransformer();

	/**
	 * Believes some proxies.
	 * @param networks their addresses or networks, as CIDR has it
	 */
	TrustedProxies(List<String> networks) {
		this.networks = networks.stream().map(TrustedProxies::network).toList();
		this.removing.setRemoveOnly(true);
	}

	private static IpSubnetFilterRule network(String text) {
		String[] parts = text.trim().split("/", 2);
		int widest = parts[0].contains(":") ? 128 : 32;
		return new IpSubnetFilterRule(parts[0], (parts.length > 1) ? Integer.parseInt(parts[1]) : widest,
				IpFilterRuleType.ACCEPT);
	}

	@Override
	public ServerHttpRequest apply(ServerHttpRequest request) {
		return isTrusted(request.getRemoteAddress()) ? super.apply(request) : this.removing.apply(request);
	}

	private boolean isTrusted(@Nullable InetSocketAddress address) {
		return address != null && this.networks.stream().anyMatch((network) -> network.matches(address));
	}

}
