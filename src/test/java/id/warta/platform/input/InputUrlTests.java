package id.warta.platform.input;

import id.warta.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InputUrlTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "/", "/a/b?c=d#e", "/%E2%82%AC", "http://warta.example", "HTTPS://warta.example:8443/a?b" })
	void pathsAndAddressesOfTheWebAreTargets(String text) {
		assertThat(InputUrl.target(text, "url")).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "#a", "?a", "//a.example", "///a.example", "/\\a.example", "/\t/a.example",
			"/a b", "/a\r\nb", "/%", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:,x", "ftp://a.example",
			"https:a", "https://", "https:///a", "https://a@b.example", "https://a:b@c.example/",
			"https://a_b\\c.example", "mailto:a@b.example" })
	void nothingElseIsATarget(String text) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> InputUrl.target(text, "url"))
			.satisfies((ex) -> assertThat(ex.argument()).isEqualTo("url"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mailto:a@b.example", "tel:+62-21-1", "/a", "https://a.example" })
	void aLinkMayCallSomebodyToo(String text) {
		assertThat(InputUrl.link(text, "url")).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a?b", "https://a.example/b", "mailto:a@b.example" })
	void whiteSpaceAroundAnAddressGoes(String text) {
		assertThat(InputUrl.link(" \t" + text + "\n ", "url")).isEqualTo(text);
	}

	@Test
	void whiteSpaceHidesNoSecondSlash() {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> InputUrl.target(" //a.example", "url"));
	}

	@Test
	void noAddressIsTooLong() {
		assertThat(InputUrl.target("/" + "a".repeat(1999), "url")).hasSize(2000);
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> InputUrl.target("/" + "a".repeat(2000), "url"));
	}

	@Test
	void aPathIsNoAbsoluteAddress() {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> InputUrl.absolute("/a", "url"));
	}

}
