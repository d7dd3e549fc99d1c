package id.warta.platform.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * A network of trusted machines.
 *
 * @param rule what tells whether an address is in it
 */
public record Network(IpSubnetFilterRule rule) {

	private static final int IPV4_BITS = 32;

	private static final int IPV6_BITS = 128;

	/**
	 * Reads networks.
	 * @param texts each an address, with or without the length of its prefix behind a
	 * slash
	 * @throws IllegalArgumentException if one is no network
	 */
	static List<Network> all(List<String> texts) {
		return texts.stream().map(Network::of).toList();
	}

	private static Network of(String text) {
		int slash = text.indexOf('/');
		InetAddress address = address((slash < 0) ? text : text.substring(0, slash));
		if (address == null) {
			throw new IllegalArgumentException("'" + text + "' is no network such as 10.0.0.0/8");
		}
		int all = (address.getAddress().length == Integer.BYTES) ? IPV4_BITS : IPV6_BITS;
		return new Network(new IpSubnetFilterRule(address,
				(slash < 0) ? all : Integer.parseInt(text.substring(slash + 1)), IpFilterRuleType.ACCEPT));
	}

	/**
	 * The address that a text is, in digits, of IPv4 within IPv6 that of IPv4; names are
	 * not looked up. Null if it is none.
	 */
	public static @Nullable InetAddress address(String text) {
		byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
		try {
			return (bytes != null) ? InetAddress.getByAddress(bytes) : null;
		}
		catch (UnknownHostException neverForBytes) {
			return null;
		}
	}

	boolean contains(InetAddress address) {
		return this.rule.matches(new InetSocketAddress(address, 0));
	}

}
