package id.warta.site;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShareNetworkTests {

	@ParameterizedTest
	@CsvSource({ "FACEBOOK, https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fw.id%2Fa",
			"X, https://x.com/intent/post?url=https%3A%2F%2Fw.id%2Fa&text=Naik%20100%25%20%26%20turun",
			"WHATSAPP, https://wa.me/?text=Naik%20100%25%20%26%20turun%20https%3A%2F%2Fw.id%2Fa",
			"EMAIL, mailto:?subject=Naik%20100%25%20%26%20turun&body=https%3A%2F%2Fw.id%2Fa", "COPY, https://w.id/a" })
	void linksCarryTheAddressAndTheHeadlineEncoded(ShareNetwork network, String link) {
		assertThat(network.link("https://w.id/a", "Naik 100% & turun", null)).isEqualTo(link);
	}

	@Test
	void pinterestWantsAPicture() {
		assertThat(ShareNetwork.PINTEREST.link("https://w.id/a", "T", null)).isNull();
		assertThat(ShareNetwork.PINTEREST.link("https://w.id/a", "T", "https://w.id/p.svg"))
			.contains("media=https%3A%2F%2Fw.id%2Fp.svg");
	}

}
