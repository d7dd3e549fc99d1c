package id.warta.importer.wxr;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordPressTimeTests {

	private static final WordPressTime TIME = new WordPressTime(ZoneId.of("Asia/Jakarta"));

	@Test
	void theDateInGmtIsTheSurest() {
		assertThat(
				TIME.published(item("2025-07-30 01:30:00", "2025-07-30 20:00:00", "Mon, 16 Jun 20081 21:47:17 +0000")))
			.isEqualTo("2025-07-30T01:30:00Z");
	}

	@Test
	void withoutItTheSitesClockCounts() {
		assertThat(TIME.published(item("0000-00-00 00:00:00", "2025-07-30 08:30:00", "")))
			.isEqualTo("2025-07-30T01:30:00Z");
	}

	@Test
	void withoutBothTheFeedsDateCounts() {
		assertThat(
				TIME.published(item("0000-00-00 00:00:00", "0000-00-00 00:00:00", "Tue, 29 Jul 2025 10:00:00 +0700")))
			.isEqualTo("2025-07-29T03:00:00Z");
	}

	@Test
	void withoutAnyThereIsNoDate() {
		assertThat(TIME.published(item("", "2025-02-30 00:00:00", "Wed, 30 Nov -0001 00:00:00 +0000"))).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Mon, 16 Jun 2008 21:47:17 +0000 | 2008-06-16T21:47:17Z",
					"16 Jun 2008 21:47:17 -0330 | 2008-06-17T01:17:17Z",
					"Sun, 16 Jun 2008 21:47:17 +0000 | 2008-06-16T21:47:17Z" })
	void feedsDatesAreReadWithoutTheirWeekday(String text, Instant instant) {
		assertThat(WordPressTime.rfc822(text)).isEqualTo(instant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Mon, 16 Jun 20081 21:47:17 +0000", "Sun, 21 Oct 2018 02:57:41 +000",
			"Wed, 30 Nov -0001 00:00:00 +0000", "kemarin" })
	void brokenFeedsDatesAreNone(String text) {
		assertThat(WordPressTime.rfc822(text)).isNull();
	}

	private static WxrItem item(String gmt, String local, String feed) {
		Fields fields = new Fields();
		fields.add("wp:post_date_gmt", gmt);
		fields.add("wp:post_date", local);
		fields.add("pubDate", feed);
		return new WxrItem(1, fields, List.of(), new Fields(), List.of());
	}

}
