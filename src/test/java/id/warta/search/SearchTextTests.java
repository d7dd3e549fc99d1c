package id.warta.search;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "banjir jakarta | 0:banjir 0:jakarta", "banjir or rob semarang | 0:banjir 1:rob 1:semarang",
					"banjir OR rob | 0:banjir 1:rob", "-banjir rob | 0:-banjir 0:rob", "--banjir | 0:-banjir",
					"\"raja ampat\" | 0:=raja ampat", "-\"raja ampat\" nikel | 0:-=raja ampat 0:nikel",
					"\"raja ampat | 0:=raja ampat", "raja\"ampat\" | 0:raja 0:=ampat", "covid-19 | 0:covid-19",
					"a - b | 0:a 0:b", "\"or\" | 0:=or", "-or x | 0:-or 0:x", "“raja ampat” | 0:=raja ampat",
					"... ! \"\" \" ? | ``", "or | ``", "'a' & (b) | 0:'a' 0:(b)" })
	void queriesAreReadAsTheirSyntaxSays(String query, String terms) {
		StringBuilder read = new StringBuilder();
		for (SearchTerm term : SearchText.of(query).terms()) {
			read.append(read.isEmpty() ? "" : " ")
				.append(term.group())
				.append(':')
				.append(term.excluded() ? "-" : "")
				.append(term.exact() ? "=" : "")
				.append(term.text());
		}
		assertThat(read).hasToString(terms);
	}

	@Test
	void otherWordsTakeThePlacesOfTheTerms() {
		assertThat(SearchText.of(" bnjir -\"x y\"  (jkarta) ").with(List.of("banjir", "x y", "jakarta")))
			.isEqualTo(" banjir -\"x y\"  jakarta ");
	}

	@Test
	void onlyExcludedWordsAreNothing() {
		assertThat(SearchText.of("-a -b").isEmpty()).isTrue();
		assertThat(SearchText.of("-a b").isEmpty()).isFalse();
	}

}
