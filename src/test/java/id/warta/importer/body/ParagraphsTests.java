package id.warta.importer.body;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The quirks of WordPress's rule, one by one; {@code ¶} stands for a line feed. All were
 * compared with a transcription of the original.
 */
class ParagraphsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, quoteCharacter = '`', value = {
			"`satu¶¶dua` | `<p>satu</p>¶<p>dua</p>¶`", "`satu¶dua` | `<p>satu<br />¶dua</p>¶`",
			"`satu<br>dua<br /><br>tiga` | `<p>satu<br />dua</p>¶<p>tiga</p>¶`",
			"`<div>kotak</div>` | `<div>kotak</div>¶`",
			"`<div>kotak¶¶lagi</div>` | `<div>kotak</p>¶<p>lagi</p></div>¶`",
			"`<div class=\"a¶b\">kotak</div>` | `<div class=\"a¶b\">kotak</div>¶`", "`<p>sudah</p>` | `<p>sudah</p>¶`",
			"`<p>sudah¶baris</p>` | `<p>sudah<br />¶baris</p>¶`",
			"`<ul>¶<li>a</li>¶<li>b¶¶c</li>¶</ul>` | `<ul>¶<li>a</li>¶<li>b¶<p>c</li>¶</ul>¶`",
			"`<blockquote>kutip</blockquote>` | `<blockquote><p>kutip</p></blockquote>¶`",
			"`<blockquote cite=\"x\">kutip¶¶lagi</blockquote>` | `<blockquote cite=\"x\"><p>kutip</p>¶<p>lagi</p></blockquote>¶`",
			"`<h2>judul</h2>teks` | `<h2>judul</h2>¶<p>teks</p>¶`", "`teks<hr>teks` | `<p>teks</p>¶<hr>¶<p>teks</p>¶`",
			"`<pre>a¶¶b</pre>¶teks` | `<pre>a¶¶b</pre>¶<p>teks</p>¶`",
			"`<pre>buka saja¶¶teks` | `<pre>buka saja</p>¶<p>teks</p>¶`",
			"`tutup saja</pre>¶¶teks` | `<p>tutup saja</pre>¶<p>teks</p>¶`",
			"`<table><tr><td>sel¶dua</td></tr></table>` | `<table>¶<tr>¶<td>sel<br />¶dua</td>¶</tr>¶</table>¶`",
			"`<select>¶<option>a</option>¶<option>b</option>¶</select>` | `<p><select><option>a</option><option>b</option></select></p>¶`",
			"`<object data=\"x\">¶<param name=\"a\">¶</object>` | `<p><object data=\"x\"><param name=\"a\"></object></p>¶`",
			"`<audio controls>¶<source src=\"a\">¶</audio>` | `<p><audio controls><source src=\"a\"></audio></p>¶`",
			"`<figure>¶<img src=\"a\">¶<figcaption>ket</figcaption>¶</figure>` | `<figure>¶<img src=\"a\"><figcaption>ket</figcaption></figure>¶`",
			"`<script>a¶b</script>` | `<p><script>a¶b</script></p>¶`", "`<style>a¶b</style>` | `<style>a¶b</style>¶`",
			"`<!-- komentar¶dua -->teks` | `<p><!-- komentar¶dua -->teks</p>¶`",
			"`[galeri]¶¶teks` | `<p>[galeri]</p>¶<p>teks</p>¶`",
			"`<address>jalan</address>` | `<address>jalan</address>¶`",
			"`<form>¶isian¶</form>` | `<form>¶isian<br />¶</form>¶`", "`a < b¶¶c > d` | `<p>a < b¶¶c > d</p>¶`",
			"`<em>miring¶¶dua</em>` | `<p><em>miring</p>¶<p>dua</em></p>¶`",
			"`<li>tanpa daftar</li>` | `<li>tanpa daftar</li>¶`", "`teks<p>lagi` | `<p>teks</p>¶<p>lagi</p>¶`",
			"`<a href=\"x\">¶<div>blok</div>¶</a>` | `<p><a href=\"x\"></p>¶<div>blok</div>¶<p></a></p>¶`",
			"`<picture>¶<img>¶</picture>` | `<picture>¶<img>¶</picture>¶`",
			"`&nbsp;¶¶teks` | `<p>&nbsp;</p>¶<p>teks</p>¶`" })
	void followWordPress(String text, String html) {
		assertThat(Paragraphs.of(text.replace('¶', '\n'))).isEqualTo(html.replace('¶', '\n'));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n\n\t" })
	void nothingHasNoParagraphs(String text) {
		assertThat(Paragraphs.of(text)).isEmpty();
	}

	@Test
	void aLongTextTakesNoDeepStack() {
		String text = "<div>[a " + "kata <b>tebal</b>\n\n".repeat(50_000) + "</div>";
		assertThat(Paragraphs.of(text)).hasSizeGreaterThan(text.length());
	}

}
