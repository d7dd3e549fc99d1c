package id.warta.platform.http;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;

import graphql.schema.DataFetchingEnvironment;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Who sends a request, as far as it tells. The context of each operation that came by
 * HTTP or over a WebSocket holds one, under this class.
 *
 * @param address the client's address in digits, behind the proxies that are trusted;
 * empty if nobody knows
 * @param network the network that it is in
 * @param userAgent what it says it is; null if it says nothing
 * @param ahead whether the page is only fetched ahead, or for a preview, so that nobody
 * may ever read it
 */
public record Reader(String address, ClientNetwork network, @Nullable String userAgent, boolean ahead) {

	/**
	 * The headers by which browsers say so: {@code Sec-Purpose} is the standard's (Fetch,
	 * section 2.2.5), the others are older.
	 */
	private static final List<String> PURPOSES = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");

	/** Who sends no request. */
	public static final Reader NOBODY = new Reader("", ClientNetwork.of(null), null, false);

	/**
	 * Whoever asks for a field.
	 */
	public static Reader of(DataFetchingEnvironment environment) {
		return environment.getGraphQlContext().getOrDefault(Reader.class, NOBODY);
	}

	/**
	 * What a request tells.
	 */
	public static Reader of(HttpHeaders headers, @Nullable InetSocketAddress address) {
		return new Reader(digits(address), ClientNetwork.of(address), headers.getFirst(HttpHeaders.USER_AGENT),
				PURPOSES.stream().map(headers::getFirst).anyMatch(Reader::isAhead));
	}

	private static String digits(@Nullable InetSocketAddress address) {
		byte[] bytes = ClientNetwork.bytes(address);
		return (bytes.length > 0) ? NetUtil.bytesToIpAddress(bytes) : "";
	}

	private static boolean isAhead(@Nullable String purpose) {
		String said = (purpose != null) ? purpose.toLowerCase(Locale.ROOT) : "";
		return said.contains("prefetch") || said.contains("preview") || said.contains("prerender");
	}

}
