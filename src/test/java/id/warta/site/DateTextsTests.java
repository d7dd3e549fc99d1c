package id.warta.site;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DateTextsTests {

	private static final Instant SUNDAY = Instant.parse("2025-08-03T07:05:00Z");

	private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

	private final DateTexts texts = new DateTexts(InstantSource.fixed(SUNDAY));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			id-ID | FULL      | Minggu, 3 Agustus 2025
			id-ID | LONG      | 3 Agustus 2025
			id-ID | MEDIUM    | 3 Agu 2025
			id-ID | FULL_TIME | Minggu, 3 Agustus 2025 pukul 14.05 WIB
			en-GB | FULL      | Sunday, 3 August 2025
			en-US | FULL      | Sunday, August 3, 2025
			en-US | LONG      | August 3, 2025
			""")
	void writesDatesAsReadersDo(String locale, DateStyle style, String expected) {
		assertThat(text(SUNDAY, JAKARTA, Locale.forLanguageTag(locale), style)).isEqualTo(expected);
	}

	@Test
	void theDayIsThatOfTheTimeZone() {
		Instant lateOnSaturday = Instant.parse("2025-08-02T17:30:00Z");
		Locale indonesian = Locale.forLanguageTag("id-ID");
		assertThat(text(lateOnSaturday, JAKARTA, indonesian, DateStyle.FULL)).isEqualTo("Minggu, 3 Agustus 2025");
		assertThat(text(lateOnSaturday, ZoneId.of("UTC"), indonesian, DateStyle.FULL))
			.isEqualTo("Sabtu, 2 Agustus 2025");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			id-ID | PT20S    | sekarang
			id-ID | PT3M10S  | 3 menit yang lalu
			id-ID | PT5H59M  | 5 jam yang lalu
			id-ID | P2DT3H   | 2 hari yang lalu
			id-ID | -PT10M   | dalam 10 menit
			id-ID | P8D      | 26 Juli 2025
			en-GB | PT1M     | 1 minute ago
			en-GB | PT3H     | 3 hours ago
			en-US | PT20S    | now
			en-US | P2D      | 2 days ago
			en    | -PT2H    | in 2 hours
			ms-MY | PT3M     | 3 minit lalu
			""")
	void tellsHowLongAgoItWas(String locale, Duration age, String expected) {
		assertThat(text(SUNDAY.minus(age), JAKARTA, Locale.forLanguageTag(locale), DateStyle.RELATIVE))
			.isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "id-ID, 1, 1 menit baca", "id-ID, 3, 3 menit baca", "en-GB, 1, 1 min read", "en-US, 12, 12 min read",
			"ms-MY, 3, 3 minit", "de-DE, 3, 3 Minuten", "ar-EG, 3, ٣ دقائق" })
	void tellsHowLongATextTakes(String locale, int minutes, String expected) {
		assertThat(this.texts.readingTime(minutes, JAKARTA, Locale.forLanguageTag(locale)).block()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "Asia/Makassar, 'Minggu, 3 Agustus 2025 pukul 15.05 WITA'",
			"Asia/Jayapura, 'Minggu, 3 Agustus 2025 pukul 16.05 WIT'",
			"America/New_York, 'Minggu, 3 Agustus 2025 pukul 03.05 EDT'",
			"UTC, 'Minggu, 3 Agustus 2025 pukul 07.05 UTC'" })
	void knowsEveryTimeZone(String zone, String expected) {
		assertThat(text(SUNDAY, ZoneId.of(zone), Locale.forLanguageTag("id-ID"), DateStyle.FULL_TIME))
			.isEqualTo(expected);
	}

	@Test
	void whatIsAskedForOftenIsKeptWhateverElseIs() {
		for (String zone : ZoneId.getAvailableZoneIds().stream().sorted().limit(150).toList()) {
			text(SUNDAY, ZoneId.of(zone), Locale.ENGLISH, DateStyle.LONG);
		}
		assertThat(text(SUNDAY, JAKARTA, Locale.ENGLISH, DateStyle.LONG)).isEqualTo("August 3, 2025");
	}

	private String text(Instant instant, ZoneId zone, Locale locale, DateStyle style) {
		return String.valueOf(this.texts.text(instant, zone, locale, style).block());
	}

}
