package id.warta.platform.http;

import java.net.InetSocketAddress;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class TrustedProxiesTests {

	private final TrustedProxies proxies = new TrustedProxies(List.of("10.1.0.0/16", "192.0.2.7", "fd00::/8"));

	@ParameterizedTest
	@CsvSource({ "10.1.2.3, true", "10.2.2.3, false", "192.0.2.7, true", "192.0.2.8, false", "fd12::1, true",
			"2001:db8::1, false", "127.0.0.1, false" })
	void onlyProxiesSayOnWhoseBehalf(String address, boolean believed) {
		ServerHttpRequest request = this.proxies.apply(MockServerHttpRequest.get("http://warta.local/graphql")
			.remoteAddress(new InetSocketAddress(address, 1234))
			.header("X-Forwarded-For", "203.0.113.9")
			.header("X-Forwarded-Proto", "https")
			.header("X-Forwarded-Host", "news.example")
			.build());
		assertThat(request.getHeaders().headerNames()).noneMatch((name) -> name.startsWith("X-Forwarded"));
		assertThat(request.getURI())
			.hasToString(believed ? "https://news.example/graphql" : "http://warta.local/graphql");
		assertThat(String.valueOf(request.getRemoteAddress()))
			.contains(believed ? "203.0.113.9" : address.split(":")[0]);
	}

}
