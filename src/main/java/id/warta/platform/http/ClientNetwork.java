package id.warta.platform.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * What clients are told apart by, as far as their addresses go: an IPv4 address, or the
 * network of an IPv6 address (64 bits), which is one customer's.
 *
 * @param size the address's length in bytes, 0 if nobody knows it
 * @param bits its first 64 bits at most
 */
public record ClientNetwork(int size, long bits) {

	private static final int NETWORK_BYTES = 8;

	private static final byte[] NOBODY = {};

	/** What IPv4 addresses begin with that are written as IPv6 (RFC 4291, 2.5.5.2). */
	private static final byte[] MAPPED = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1 };

	/**
	 * A client's network.
	 * @param address the client's; null if nobody knows
	 */
	public static ClientNetwork of(@Nullable InetSocketAddress address) {
		byte[] bytes = bytes(address);
		long bits = 0;
		for (int i = 0; i < Math.min(bytes.length, NETWORK_BYTES); i++) {
			bits = bits << Byte.SIZE | bytes[i] & 0xff;
		}
		return new ClientNetwork(bytes.length, bits);
	}

	/**
	 * Whether anybody knows the address.
	 */
	public boolean isKnown() {
		return this.size > 0;
	}

	/** What a proxy says of its client is digits that nobody has looked up. */
	static byte[] bytes(@Nullable InetSocketAddress address) {
		if (address == null) {
			return NOBODY;
		}
		InetAddress known = address.getAddress();
		byte[] said = (known != null) ? known.getAddress()
				: NetUtil.createByteArrayFromIpAddressString(address.getHostString().replaceAll("[\\[\\]]", ""));
		if (said == null) {
			return NOBODY;
		}
		return isMapped(said) ? Arrays.copyOfRange(said, MAPPED.length, said.length) : said;
	}

	private static boolean isMapped(byte[] bytes) {
		return bytes.length > MAPPED.length && Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
	}

}
