package id.warta.platform.access;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DifferencesTests {

	@Test
	void whatStayedIsLeftOut() {
		assertThat(new Differences().of("url", "/a.jpg", "/b.jpg")
			.of("alt", "A", "A")
			.of("title", null, "T")
			.of("credit", null, null)
			.details()).hasToString("{url={before=/a.jpg, after=/b.jpg}, title={before=null, after=T}}");
	}

}
