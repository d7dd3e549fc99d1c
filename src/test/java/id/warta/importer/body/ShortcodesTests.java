package id.warta.importer.body;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShortcodesTests {

	private final Shortcodes shortcodes = new Shortcodes(Map.of("a", (code) -> "<" + code.content() + ">"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[a] | <null>", "[a/] | <null>", "[a]isi[/a] | <isi>", "x[a]y | x<null>y",
			"[ab] | [ab]", "[a-b] | [a-b]", "[b]isi[/b] | [b]isi[/b]", "[[a]] | [a]", "[a | [a", "a] | a]",
			"<i title=\"[a]\">[a]</i> | <i title=\"[a]\"><null></i>", "<p>[a]</p> | <null>", "<p> [a] </p> | <null>",
			"<p>x [a]</p> | <p>x <null></p>", "<!-- [a] --> | <!-- [a] -->", "[a][a] | <null><null>", "[ | [" })
	void onlyKnownOnesAreRendered(String text, String html) {
		assertThat(this.shortcodes.render(text)).isEqualTo(html);
	}

	@Test
	void argumentsAreQuotedOrNot() {
		Shortcode code = Shortcode.parse("a",
				" Satu=\"1 2\" dua='x' tiga=3\u00a0empat = \"y\" kata \"dua kata\" https://kabar.example/x?a=b", null);
		assertThat(code.named()).containsOnly(Map.entry("satu", "1 2"), Map.entry("dua", "x"), Map.entry("tiga", "3"),
				Map.entry("empat", "y"));
		assertThat(code.words()).containsExactly("kata", "dua kata", "https://kabar.example/x?a=b");
	}

	@Test
	void numbersAreListedInOrder() {
		assertThat(Shortcode.parse("a", "ids=\"3, 1,2,\"", null).numbers("ids")).containsExactly("3", "1", "2");
		assertThat(Shortcode.parse("a", "", null).numbers("ids")).isEmpty();
	}

}
