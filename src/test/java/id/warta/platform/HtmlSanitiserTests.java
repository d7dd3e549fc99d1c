package id.warta.platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlSanitiserTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<p>A</p><p> <b> </b><br></p>              | <p>A</p>
			<div><div><p><em></em></p></div></div>    | ''
			<p><img src="/a.jpg"></p><p></p>          | <p><img src="/a.jpg"></p>
			<div><hr></div>                           | <div><hr></div>
			<ul><li></li><li>A</li></ul>              | <ul><li>A</li></ul>
			""")
	void whatHoldsNothingGoes(String html, String expected) {
		assertThat(HtmlSanitiser.clean(html)).isEqualTo(expected);
	}

	/**
	 * Half a million characters that would take hours if each level looked at all below
	 * it.
	 */
	@Test
	void whatIsNestedWithoutEndIsFlattened() {
		String deep = "<div>".repeat(50_000) + "x" + " <b> </b>\n\n".repeat(20_000);
		assertThat(HtmlSanitiser.clean(deep)).contains("x").hasSizeLessThan(100_000);
	}

}
