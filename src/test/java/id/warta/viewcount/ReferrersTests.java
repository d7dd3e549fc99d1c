package id.warta.viewcount;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import id.warta.site.Site;
import id.warta.site.SiteSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class ReferrersTests {

	private final SiteSettings site = mock(SiteSettings.class);

	@ParameterizedTest
	@CsvSource({ ", DIRECT", "' ', DIRECT", "https://warta.example/a, INTERNAL",
			"https://WARTA.example:8443/, INTERNAL", "https://sub.warta.example/, OTHER",
			"https://www.google.com/, SEARCH", "https://www.google.co.id/, SEARCH", "https://mail.google.com/, OTHER",
			"https://news.google.com/, SEARCH", "android-app://com.google.android.googlequicksearchbox/, SEARCH",
			"https://duckduckgo.com/, SEARCH", "https://www.bing.com/search?q=a, SEARCH",
			"https://m.facebook.com/, SOCIAL", "https://t.co/abc, SOCIAL", "https://google.evil.example/, OTHER",
			"https://notgoogle.com/, OTHER", "https://example.org/, OTHER", "nonsense, OTHER", "'http://[', OTHER",
			"https://, OTHER" })
	void addressesTellWhereReadersComeFrom(String referrer, ViewSource source) {
		given(this.site.current())
			.willReturn(new Site("Warta", null, "https://warta.example", Locale.ENGLISH, ZoneOffset.UTC, List.of()));
		assertThat(new Referrers(this.site).source(referrer)).isEqualTo(source);
	}

	@ParameterizedTest
	@CsvSource("5000")
	void whatIsTooLongToReadIsFromAnywhere(int length) {
		assertThat(new Referrers(this.site).source("https://www.google.com/" + "a".repeat(length)))
			.isEqualTo(ViewSource.OTHER);
	}

}
