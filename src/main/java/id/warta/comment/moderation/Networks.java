package id.warta.comment.moderation;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.warta.platform.InvalidInputException;
import id.warta.platform.http.Network;

/**
 * Networks that moderators name: an address of IPv4 or IPv6, or with the length of its
 * prefix behind a slash (RFC 4632, RFC 4291). Names are not looked up.
 */
final class Networks {

	private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f:.]{2,45})(?:/([0-9]{1,3}))?");

	/** In bits. */
	private static final int SHORTEST_IPV4 = 8;

	/** In bits. */
	private static final int SHORTEST_IPV6 = 16;

	private Networks() {
	}

	/**
	 * A network of whatever size.
	 * @return as PostgreSQL reads it, with the length of its prefix
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is none
	 */
	static String any(String text, String argument) {
		return checked(text, argument, 0, 0);
	}

	/**
	 * A network that isn't so large that it would keep out half of the world.
	 * @return as PostgreSQL reads it, with the length of its prefix
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is none, or if its
	 * prefix is shorter than 8 bits, of IPv6 16
	 */
	static String bounded(String text, String argument) {
		return checked(text, argument, SHORTEST_IPV4, SHORTEST_IPV6);
	}

	private static String checked(String text, String argument, int shortestIpv4, int shortestIpv6) {
		Matcher form = FORM.matcher(text.strip());
		InetAddress address = form.matches() ? Network.address(form.group(1)) : null;
		if (address == null) {
			throw notOne(argument);
		}
		int longest = address.getAddress().length * Byte.SIZE;
		int length = (form.group(2) != null) ? Integer.parseInt(form.group(2)) : longest;
		if (length > longest || length < ((longest > Integer.SIZE) ? shortestIpv6 : shortestIpv4)) {
			throw notOne(argument);
		}
		return address.getHostAddress() + "/" + length;
	}

	private static InvalidInputException notOne(String argument) {
		return InvalidInputException.badArgument(argument, "'" + argument
				+ "' must be an address, or a network such as 203.0.113.0/24, with a prefix that is long enough");
	}

}
