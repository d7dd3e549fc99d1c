package id.warta.platform.input;

import java.util.List;
import java.util.Random;

import id.warta.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SlugsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Hujan: di Hulu! | hujan-di-hulu", "Syakirun Ni'am | syakirun-niam",
					"  Orang-orang   “biasa” | orang-orang-biasa", "Rp 1,5 Triliun | rp-1-5-triliun",
					"Straße Œuvre Łódź Đặng | strasse-oeuvre-lodz-dang", "İstanbul ﬁnal 𝔘𝔫𝔦 | istanbul-final-uni",
					"Объявление войны | obavlenie-vojny", "Ειδήσεις 2 | eideseis-2", "北京新闻 | bei-jing-xin-wen",
					"뉴스 속보 | nyuseu-sogbo", "हिन्दी | hindi", "ข่าว | khaw", "קול ישראל | qwl-ysrl" })
	void wordsOfAnyScriptBecomeLatinOnesWithDashes(String text, String slug) {
		assertThat(Slugs.of(text)).isEqualTo(slug);
	}

	@Test
	void arabicHasASlug() {
		assertThat(Slugs.of("الأخبار العاجلة")).matches("[a-z]+-[a-z]+");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "…", "☕💫", "---", "ꦗꦮ", "\uD800" })
	void whatHasNoWordsIsCalledANeutralOne(String text) {
		assertThat(Slugs.of(text)).isEqualTo("item");
	}

	@Test
	void somethingElseCanStandForNoWords() {
		assertThat(Slugs.of("…", "post-7")).isEqualTo("post-7");
		assertThat(Slugs.of("Banjir", "post-7")).isEqualTo("banjir");
	}

	@Test
	void longOnesAreCutBetweenWords() {
		assertThat(Slugs.of("kata ".repeat(100))).isEqualTo("kata-".repeat(20).substring(0, 99));
		assertThat(Slugs.of("a".repeat(99) + " bc")).isEqualTo("a".repeat(99));
		assertThat(Slugs.of("a".repeat(100) + " bc")).isEqualTo("a".repeat(100));
		assertThat(Slugs.of("a".repeat(1000))).isEqualTo("a".repeat(100));
	}

	@Test
	void numberedOnesAreNoLonger() {
		assertThat(Slugs.numbered("banjir", 2)).isEqualTo("banjir-2");
		assertThat(Slugs.numbered("a".repeat(100), 12)).isEqualTo("a".repeat(97) + "-12");
		assertThat(Slugs.numbered("a".repeat(95) + "-bcd", 2)).isEqualTo("a".repeat(95) + "-2");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void anyTextGivesASlug(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 500; i++) {
			int[] letters = random.ints(random.nextInt(150), 0, 0x11000).toArray();
			String slug = Slugs.of(new String(letters, 0, letters.length));
			assertThat(Slugs.checked(slug, "slug")).as("seed %d", seed).isEqualTo(slug);
			assertThat(Slugs.of(slug)).as("seed %d", seed).isEqualTo(slug);
		}
	}

	@Test
	void whatIsGivenMustBeASlug() {
		assertThat(Slugs.checked("banjir-2025", "slug")).isEqualTo("banjir-2025");
		for (String bad : List.of("", "-", "a-", "-a", "a--b", "Besar", "a b", "a/b", "é", "a".repeat(101))) {
			assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Slugs.checked(bad, "slug"))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo("BAD_ARGUMENT"));
		}
	}

}
