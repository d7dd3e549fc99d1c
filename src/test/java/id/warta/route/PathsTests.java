package id.warta.route;

import id.warta.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PathsTests {

	@ParameterizedTest
	@CsvSource({ "/, /", "//, /", "/a, /a", "/a/, /a", "//a//b/, /a/b", "/a?x=1&y=/b, /a", "/a#part, /a",
			"/a%20b, /a b", "/caf%C3%A9, /café", "/caf%c3%A9, /café", "/café, /café", "/./a, /a", "/a%2Fb, /a/b",
			"/a%2fb/, /a/b", "/a/../b, /b", "/a/b/.., /a", "/../../a, /a", "/.., /", "/a/%2e%2E/b, /b",
			"/a/%2e%2e%2fb, /b", "/a/.%2e/%2e/b, /b", "/a/.../b, /a/.../b", "/%252e%252e/a, /%2e%2e/a",
			"/a%2541, /a%41", "/a%252Fb, /a%2Fb", "/a?x=%zz, /a", "/a;x=1, /a;x=1" })
	void areNormalised(String path, String expected) {
		assertThat(Paths.of(path)).hasToString(expected);
		assertThat(String.join("/", Paths.of(path).segments())).isEqualTo(expected.substring(1));
	}

	@ParameterizedTest
	@CsvSource({ "/, ''", "/?, ''", "/?p=1, p=1", "/a?x=1&y=2#z?w, x=1&y=2", "/a#b?c, ''" })
	void keepTheirQueryString(String path, String expected) {
		assertThat(Paths.of(path).query()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "a/b", "/%", "/%2", "/%zz", "/%C3%28", "/%FF", "/%00", "/a%00b", "/\u0000",
			"/a/%0D%0Ab", "/%7F", "/%C2%85", "/a\tb" })
	void areRefusedIfTheyAreNone(String path) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Paths.of(path))
			.satisfies((ex) -> assertThat(ex.code() + " " + ex.argument()).isEqualTo("BAD_ARGUMENT path"));
	}

	@Test
	void areRefusedIfTheyAreLong() {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Paths.of("/" + "a".repeat(2000)));
	}

}
