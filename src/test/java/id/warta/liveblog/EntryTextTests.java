package id.warta.liveblog;

import id.warta.platform.InvalidInputException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EntryTextTests {

	@Test
	void whatMayNotBeShownIsLeftOut() {
		EntryText text = new EntryText(" <b>Status</b>\n naik ", """
				<p onclick="x()">Naik <script>alert(1)</script><a href="javascript:x()">ke</a> <em>Awas</em></p>
				<iframe src="https://video.example/1"></iframe>""", true);
		assertThat(text.title()).isEqualTo("Status naik");
		assertThat(text.body()).isEqualTo("""
				<p>Naik <a>ke</a> <em>Awas</em></p>
				<a class="embed" href="https://video.example/1">https://video.example/1</a>""");
	}

	@Test
	void addressesOnThisSiteStayAsTheyAre() {
		String body = "<figure><img src=\"/media/kawah.jpg\" alt=\"Kawah\"></figure>";
		assertThat(new EntryText(null, body, false).body()).isEqualTo(body);
		assertThat(new EntryText(null, "<iframe src=\"/peta\"></iframe>", false).body())
			.isEqualTo("<a class=\"embed\" href=\"/peta\">/peta</a>");
	}

	@Test
	void aTitleMayBeMissing() {
		assertThat(new EntryText(null, "Isi", false).title()).isNull();
		assertThat(new EntryText("  ", "Isi", false).title()).isNull();
	}

	@Test
	void whatPostgresCannotStoreIsReplaced() {
		EntryText text = new EntryText("a\u0000b", "<p>c\uD800d</p>", false);
		assertThat(text.title()).isEqualTo("a\uFFFDb");
		assertThat(text.body()).isEqualTo("<p>c\uFFFDd</p>");
	}

	@Test
	void textsThatAreEmptyOrTooLongAreRefused() {
		assertRefused("body", null, "<p> </p><script>x</script>");
		assertRefused("body", null, "");
		assertRefused("body", null, "x".repeat(EntryText.MAX_HTML + 1));
		assertRefused("title", "x".repeat(EntryText.MAX_TITLE + 1), "Isi");
	}

	private static void assertRefused(String argument, String title, String body) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new EntryText(title, body, false))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("BAD_ARGUMENT"))
			.satisfies((ex) -> assertThat(ex.argument()).isEqualTo(argument));
	}

}
