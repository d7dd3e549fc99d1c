package id.warta.search;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HighlightsTests {

	@Test
	void onlyMarksBecomeElements() {
		String marked = "<mark>a</mark> & " + Highlights.START + "<b>" + Highlights.STOP + " \"é\" …";
		assertThat(Highlights.html(marked))
			.isEqualTo("&lt;mark&gt;a&lt;/mark&gt; &amp; <mark>&lt;b&gt;</mark> &quot;é&quot; …");
	}

}
