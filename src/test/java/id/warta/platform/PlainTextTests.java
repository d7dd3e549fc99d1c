package id.warta.platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Judul <em>dengan</em> <b>mark<sup>ah</sup></b> | Judul dengan markah",
					"Satu &amp; dua &#8217; | Satu & dua ’",
					"~`!@#$%^&*()-_=+{}[]/\\;:'\"?,.> | ~`!@#$%^&*()-_=+{}[]/\\;:'\"?,.>",
					"lebih < kurang | lebih < kurang", "Emoji 🚀 ‮terbalik‬ | Emoji 🚀 ‮terbalik‬" })
	void aLineHasNoMarkup(String html, String line) {
		assertThat(PlainText.line(html)).isEqualTo(line);
	}

	@Test
	void aLineIsOneLine() {
		assertThat(PlainText.line("  dua\n\tbaris  ")).isEqualTo("dua baris");
	}

	@Test
	void invisibleLettersStay() {
		assertThat(PlainText.line("a&shy;b\u200Bc&#x200D;d")).isEqualTo("a\u00ADb\u200Bc\u200Dd");
	}

	@Test
	void blocksBecomeLines() {
		assertThat(PlainText.lines("<h2>Judul</h2>\n<p>Satu  <em>dua</em><br>tiga</p><ul><li>a</li><li>b</li></ul>"
				+ "<figure><img src=\"x\"><figcaption>Foto</figcaption></figure>"))
			.isEqualTo("Judul\nSatu dua\ntiga\na\nb\nFoto");
	}

	@Test
	void whatCannotBeStoredIsReplaced() {
		assertThat(PlainText.wellFormed("a\u0000b\uD800c\uDC00d🚀")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd🚀");
	}

	@Test
	void wordsHaveALetterOrADigit() {
		assertThat(PlainText.words("Hujan – turun 3 jam\n& reda")).isEqualTo(5);
		assertThat(PlainText.words("")).isZero();
	}

}
