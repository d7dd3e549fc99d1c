package id.warta.comment.moderation;

import id.warta.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NetworksTests {

	@ParameterizedTest
	@CsvSource({ "203.0.113.7, 203.0.113.7/32", "' 203.0.113.7/24 ', 203.0.113.7/24", "10.0.0.0/8, 10.0.0.0/8",
			"2001:DB8::1, 2001:db8:0:0:0:0:0:1/128", "2001:db8::/16, 2001:db8:0:0:0:0:0:0/16",
			"::ffff:203.0.113.7, 203.0.113.7/32" })
	void networksAreRead(String text, String expected) {
		assertThat(Networks.bounded(text, "network")).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.1/33", "::/0", "10.0.0.0/7", "2001:db8::/15", "::1/129", "10.0.0", "10.0.0.256",
			"", " ", "localhost", "10.0.0.0/", "10.0.0.0/-8", "/8", "10.0.0.1\u0000", "fe80::1%eth0", "10.0.0.0/8/8",
			"::ffff:203.0.113.7/120", "10.0.0.0/999" })
	void whatIsNoneOrTooLargeIsRefused(String text) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Networks.bounded(text, "network"));
	}

	@Test
	void oneMayLookForAllOfThem() {
		assertThat(Networks.any("0.0.0.0/0", "network")).isEqualTo("0.0.0.0/0");
		assertThat(Networks.any("::/0", "network")).isEqualTo("0:0:0:0:0:0:0:0/0");
	}

}
