package id.warta.importer.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugTests {

	@ParameterizedTest
	@CsvSource({ "hujan-di-hulu, hujan-di-hulu", "kopi-%e2%98%95, kopi-☕", "%ce%b5%cf%80%ce%af, επί",
			"100_5478, 100_5478", "100%, 100", "a%2Fb, a-b", "Besar, besar", "a+b, a-b", "'', ''", "%00, ''" })
	void percentEncodedSlugsAreDecoded(String encoded, String slug) {
		assertThat(Slug.decoded(encoded)).isEqualTo(slug);
	}

	@Test
	void whatNobodySeesHasNoPlaceInASlug() {
		assertThat(Slug.decoded("h\u202Ee\u200Dl\u2060o-💫")).isEqualTo("helo-💫");
	}

	@Test
	void slugsAreShort() {
		assertThat(Slug.decoded("kata-".repeat(100))).hasSizeLessThanOrEqualTo(200).doesNotEndWith("-");
	}

}
