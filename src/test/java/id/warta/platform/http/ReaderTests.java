package id.warta.platform.http;

import java.net.InetSocketAddress;

import id.warta.platform.http.ClientNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class ReaderTests {

	@ParameterizedTest
	@CsvSource({ "Sec-Purpose, prefetch", "Sec-Purpose, prefetch;prerender", "Purpose, prefetch", "X-Purpose, preview",
			"X-Moz, Prefetch" })
	void whatIsFetchedAheadIsNotRead(String header, String purpose) {
		assertThat(reader(header, purpose).ahead()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "Sec-Purpose, ''", "Purpose, navigate", "Accept, prefetch" })
	void allElseIs(String header, String purpose) {
		assertThat(reader(header, purpose).ahead()).isFalse();
	}

	private static Reader reader(String header, String purpose) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(header, purpose);
		return Reader.of(headers, null);
	}

	@Test
	void theAddressIsKnownWhetherItWasLookedUpOrNot() {
		assertThat(Reader.of(new HttpHeaders(), new InetSocketAddress("203.0.113.7", 80)).address())
			.isEqualTo(Reader.of(new HttpHeaders(), InetSocketAddress.createUnresolved("203.0.113.7", 80)).address());
		assertThat(Reader.of(new HttpHeaders(), null).address()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "unknown, ''", "_hidden, ''", "2001:db8::1, 2001:db8::1", "[2001:db8::1], 2001:db8::1",
			"fe80::1%eth0, fe80::1", "::ffff:203.0.113.7, 203.0.113.7", "203.0.113.7, 203.0.113.7" })
	void whatAProxySaysIsDigitsOrNothing(String said, String address) {
		assertThat(Reader.of(new HttpHeaders(), InetSocketAddress.createUnresolved(said, 80)).address())
			.isEqualTo(address);
	}

	@Test
	void anAddressOfANetworkIsInIt() {
		assertThat(network("2001:db8::1")).isEqualTo(network("2001:db8::2:3")).isNotEqualTo(network("2001:db8:0:1::1"));
		assertThat(network("203.0.113.7")).isNotEqualTo(network("203.0.113.8"));
	}

	private static ClientNetwork network(String address) {
		return Reader.of(new HttpHeaders(), new InetSocketAddress(address, 80)).network();
	}

}
