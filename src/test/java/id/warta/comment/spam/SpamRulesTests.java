package id.warta.comment.spam;

import id.warta.comment.text.CommentText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpamRulesTests {

	private static SpamVerdict verdict(String name, String source, boolean trapped, int repeated) {
		CommentText text = CommentText.of(source, "body");
		return SpamRules.verdict(new Suspect("satu", false, name, "a@b.example", "192.0.2.1", null, text.source(),
				text.plain(), text.links(), trapped, repeated));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Setuju!", "Wkwkwkwkwk", "Sumbernya di sini: https://warta.example/2025/laporan tabel kedua",
					"HARGA NAIK LAGI!!!", "Menurut saya PPN 12% terlalu tinggi, lihat saja angka 1.000.000.000.000.",
					"Привет из Москвы", "Καλημέρα σας", "متفق تماما", "Haha 😂😂😂😂😂😂",
					"Baris\n\n----------\n\nlain", "www.kominfo.go.id sudah menjelaskan aturan ini sejak tahun lalu" })
	void whatReadersWriteIsLeftAlone(String source) {
		assertThat(verdict("Budi", source, false, 0)).isEqualTo(SpamVerdict.HAM);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[url=https://a.example]Situs terbaik untuk semua orang di Indonesia[/url]",
			"https://a.example/promo", "KUNJUNGI SITUS KAMI SEKARANG JUGA UNTUK HADIAH YANG BESAR",
			"Bagusssssssssssssssss sekali beritanya", "Dapatkan bоnus besar hari ini" })
	void whatOnlyAdvertisingDoesIsSuspect(String source) {
		assertThat(verdict("Budi", source, false, 0)).isEqualTo(SpamVerdict.SUSPECT);
	}

	@ParameterizedTest
	@CsvSource({ "slot-gacor.com, https://a.example/promo", "Budi, [url=https://a.example]x[/url]",
			"www.judi, KUNJUNGI SITUS KAMI SEKARANG JUGA UNTUK HADIAH YANG BESAR" })
	void twoSuchThingsAreSpam(String name, String source) {
		assertThat(verdict(name, source, false, 0)).isEqualTo(SpamVerdict.SPAM);
	}

	@Test
	void aFieldThatPeopleDoNotSeeGivesItAway() {
		assertThat(verdict("Budi", "Setuju!", true, 0)).isEqualTo(SpamVerdict.SPAM);
	}

	@Test
	void theSameTextByManyIsSuspectUnlessItIsShort() {
		String text = "Pinjaman cepat tanpa agunan hubungi kami hari ini juga";
		assertThat(verdict("Budi", text, false, 2)).isEqualTo(SpamVerdict.HAM);
		assertThat(verdict("Budi", text, false, 3)).isEqualTo(SpamVerdict.SUSPECT);
		assertThat(verdict("Budi", "Setuju!", false, 9)).isEqualTo(SpamVerdict.HAM);
	}

}
