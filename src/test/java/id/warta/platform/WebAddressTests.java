package id.warta.platform;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://contoh.id", "http://contoh.id:8080/a%20b?c=d#e", "HTTPS://contoh.id/é",
			"https://[::1]/a" })
	void addressesOfTheWebAreTaken(String text) {
		assertThat(WebAddress.absolute(" " + text + " ", "url")).isEqualTo(text);
		assertThat(WebAddress.absoluteOrPath(text, "url")).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/a.jpg", "/a/b%20c.jpg?w=1" })
	void pathsAreTakenWhereTheyMayBe(String text) {
		assertThat(WebAddress.absoluteOrPath(text, "url")).isEqualTo(text);
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> WebAddress.absolute(text, "url"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "a.jpg", "//contoh.id", "javascript:alert(1)", "data:,a", "ftp://a.id", "https:a.id",
			"https://", "https://a b.id", "https://a@b.id", "/a b", "/\\contoh.id", "\\\\contoh.id" })
	void anythingElseIsRefused(String text) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> WebAddress.absoluteOrPath(text, "url"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("BAD_ARGUMENT"));
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> WebAddress.absolute(text, "url"));
	}

}
