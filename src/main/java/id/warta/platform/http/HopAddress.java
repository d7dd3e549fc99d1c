package id.warta.platform.http;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Whom a proxy says it was asked by.
 */
final class HopAddress {

	private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for=\"?([^\";]+)\"?");

	private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]+)\\](?::\\d+)?|([^:]+):\\d+");

	private HopAddress() {
	}

	/**
	 * The address in an element of {@code Forwarded} (RFC 7239) or
	 * {@code X-Forwarded-For}, with or without a port; null if there is none.
	 */
	static @Nullable InetAddress of(String element) {
		Matcher standard = FOR.matcher(element);
		String address = standard.find() ? standard.group(1) : element.trim();
		Matcher withPort = WITH_PORT.matcher(address);
		if (withPort.matches()) {
			address = (withPort.group(1) != null) ? withPort.group(1) : withPort.group(2);
		}
		return Network.address(address);
	}

}
