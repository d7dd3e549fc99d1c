package id.warta.live.websocket;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

import id.warta.platform.access.SignedIn;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

/**
 * What a connection keeps of the request that it began with.
 *
 * @param uri what was asked for
 * @param address whose it is, as far as known
 * @param locale the client's first language, if it says so
 * @param userAgent what the client says it is, if it does
 * @param speaksGraphQl whether it asked for the subprotocol
 */
record Handshake(URI uri, @Nullable InetSocketAddress address, @Nullable Locale locale, @Nullable String userAgent,
		boolean speaksGraphQl) {

	static final String SUBPROTOCOL = "graphql-transport-ws";

	/**
	 * An operation's request.
	 * @param body what the {@code subscribe} message holds
	 * @param id tells it from all others
	 * @param signedIn who sends it; null for a reader
	 */
	WebGraphQlRequest request(Map<String, Object> body, String id, @Nullable SignedIn signedIn) {
		HttpHeaders headers = new HttpHeaders();
		if (this.userAgent != null) {
			headers.set(HttpHeaders.USER_AGENT, this.userAgent);
		}
		Map<String, Object> attributes = (signedIn != null) ? signedIn.attributes() : Map.of();
		return new WebGraphQlRequest(this.uri, headers, new LinkedMultiValueMap<>(), this.address, attributes, body, id,
				this.locale);
	}

}
