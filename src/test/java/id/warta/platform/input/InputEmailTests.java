package id.warta.platform.input;

import java.util.Locale;

import id.warta.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InputEmailTests {

	@ParameterizedTest
	@ValueSource(strings = { "budi@warta.example", "Budi.Santoso+berita@Warta.Example", "a@b", "josé@contoh.id" })
	void addressesAsPeopleHaveThem(String address) {
		assertThat(InputEmail.of(" " + address, "email")).isEqualTo(address.toLowerCase(Locale.ROOT));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "budi", "@warta.example", "budi@", "a b@c.example", "a@b@c.example", "a@-b.example",
			"a..b@c.example", "<a@b.example>", "a@b.example,c@d.example", "a@b.example\u0000x y" })
	void whatIsNoneIsRefused(String address) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> InputEmail.of(address, "email"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("BAD_ARGUMENT"));
	}

	@Test
	void whatIsLookedForMayBeAnything() {
		assertThat(InputEmail.known(" Budi at Warta ", "email")).isEqualTo("budi at warta");
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> InputEmail.known(" ", "email"));
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> InputEmail.known("a".repeat(255), "email"));
	}

}
