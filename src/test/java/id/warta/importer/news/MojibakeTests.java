package id.warta.importer.news;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MojibakeTests {

	@ParameterizedTest
	@ValueSource(strings = { "butir •, kali ×, emoji 🎉", "hati ❤️ dan H₂O", "tanda “kutip”" })
	void utf8ThatWasReadAsLatin1IsRepaired(String text) {
		String garbled = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
		assertThat(Mojibake.repair(garbled)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "café à la carte", "Ã© tanpa tanda kendali", "harga £5", "biasa" })
	void whatHoldsNoControlCharacterIsLeftAlone(String text) {
		assertThat(Mojibake.repair(text)).isEqualTo(text);
	}

	@Test
	void onlyWhatIsUtf8IsRepairedInAGarbledText() {
		assertThat(Mojibake.repair("é â\u0080¢ \u00E0\u0080\u0080")).isEqualTo("é • \u00E0\u0080\u0080");
	}

}
